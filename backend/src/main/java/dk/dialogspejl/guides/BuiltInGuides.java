package dk.dialogspejl.guides;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dk.dialogspejl.organisation.Organisation;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;

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
    Clock clock;

    @ActivateRequestContext
    void publishChanges(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent start) {
        List<Texts> guides = readAll();
        List<Organisation> organisations = transaction.call(() -> Organisation.listAll());
        for (Organisation organisation : organisations) {
            current.enter(organisation.id());
            transaction.run(() -> publish(guides));
        }
    }

    /** Publishes, in the organisation entered, each built-in guide that is missing or whose text has changed. */
    public void publish() {
        publish(readAll());
    }

    private void publish(List<Texts> guides) {
        // Several instances may start at once; the lock lets one of them publish.
        Guide.getEntityManager()
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtext(:organisation))) turn")
                .setParameter("organisation", "guides " + current.id())
                .getSingleResult();
        guides.forEach(this::publish);
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

    private static List<Texts> readAll() {
        return KEYS.stream()
                .map(key -> new Texts(key, read(key, Language.DA), read(key, Language.EN)))
                .toList();
    }

    static GuideText read(String key, Language language) {
        String resource = "/guides/" + key + "/" + language.tag() + ".yaml";
        try (InputStream yaml = BuiltInGuides.class.getResourceAsStream(resource)) {
            return YAML.readValue(yaml, GuideText.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
