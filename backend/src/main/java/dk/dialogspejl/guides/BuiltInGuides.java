package dk.dialogspejl.guides;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.text.Language;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The guides that come with the product, from {@code resources/guides/<key>/<language>.yaml}. Each
 * organisation has them as rows of its own; when the text here changes, a new version is published to each.
 */
@ApplicationScoped
public class BuiltInGuides {

    public static final List<String> KEYS =
            List.of("citizen-service", "pharmacy-counter", "phone-contact-centre", "written-communication");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private record Texts(String key, GuideText danish, GuideText english) {}

    @Inject
    NewTransaction transaction;

    @Inject
    CurrentOrganisation current;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** Read when they are first published; most starts publish none. */
    private List<Texts> texts;

    @ActivateRequestContext
    void publishChanges(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent start) {
        String digest = digest();
        List<UUID> behind = transaction.call(() -> organisationsWithoutThoseOf(digest));
        for (UUID organisation : behind) {
            current.enter(organisation);
            transaction.run(() -> publish(digest));
        }
    }

    /** Publishes, in the organisation entered, each built-in guide that is missing or whose text has changed. */
    public void publish() {
        publish(digest());
    }

    @SuppressWarnings("unchecked")
    private List<UUID> organisationsWithoutThoseOf(String digest) {
        return entities.createNativeQuery(
                        "select id from organisation where built_in_guides is distinct from :digest order by id")
                .setParameter("digest", digest)
                .getResultList();
    }

    private boolean isGiven(String digest) {
        return !entities.createNativeQuery(
                        "select id from organisation where id = :organisation and built_in_guides = :digest")
                .setParameter("organisation", current.id())
                .setParameter("digest", digest)
                .getResultList()
                .isEmpty();
    }

    private void publish(String digest) {
        // Several instances may start at once; the lock lets one of them publish.
        entities.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtext(:organisation))) turn")
                .setParameter("organisation", "guides " + current.id())
                .getSingleResult();
        if (isGiven(digest)) {
            return;
        }
        texts().forEach(this::publish);
        entities.createNativeQuery("update organisation set built_in_guides = :digest where id = :organisation")
                .setParameter("digest", digest)
                .setParameter("organisation", current.id())
                .executeUpdate();
    }

    private void publish(Texts texts) {
        GuideText danish = texts.danish();
        GuideText english = texts.english();
        GuideVersion newest = GuideVersion.newestBuiltIn(texts.key()).orElse(null);
        // Also an older one: while a release is rolled out, instances with the old text start beside the new.
        if (newest != null && GuideVersion.anySays(newest.guide(), danish, english)) {
            return;
        }
        Guide guide = newest == null ? new Guide(texts.key()) : newest.guide();
        guide.persist();
        int number = newest == null ? 1 : newest.number() + 1;
        new GuideVersion(guide, number, danish, english, clock.instant()).persist();
    }

    private synchronized List<Texts> texts() {
        if (texts == null) {
            texts = KEYS.stream()
                    .map(key -> new Texts(key, read(key, Language.DA), read(key, Language.EN)))
                    .toList();
        }
        return texts;
    }

    static GuideText read(String key, Language language) {
        try {
            return YAML.readValue(text(key, language), GuideText.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource(key, language), e);
        }
    }

    /** Of all their names and texts, so that an organisation that has just these is not asked for each of them. */
    private static String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String key : KEYS) {
                for (Language language : Language.values()) {
                    digest.update(resource(key, language).getBytes(StandardCharsets.UTF_8));
                    digest.update(text(key, language));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] text(String key, Language language) {
        try (InputStream yaml = BuiltInGuides.class.getResourceAsStream(resource(key, language))) {
            return yaml.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource(key, language), e);
        }
    }

    private static String resource(String key, Language language) {
        return "/guides/" + key + "/" + language.tag() + ".yaml";
    }
}
