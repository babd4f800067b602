package dk.dialogspejl.guides;

import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.text.Language;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A published version of a guide. It never changes; a round keeps the one it began with. */
@Entity
@Immutable
public class GuideVersion extends TenantEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Guide guide;

    /** Counts from 1 within the guide. */
    private int number;

    private Instant publishedAt;
    private String titleDa;
    private String titleEn;
    private List<String> topics;

    @JdbcTypeCode(SqlTypes.JSON)
    @Basic(fetch = FetchType.LAZY)
    private GuideText textDa;

    @JdbcTypeCode(SqlTypes.JSON)
    @Basic(fetch = FetchType.LAZY)
    private GuideText textEn;

    protected GuideVersion() {}

    /** @throws IllegalArgumentException if the languages do not have the same topics in the same order */
    public GuideVersion(Guide guide, int number, GuideText danish, GuideText english, Instant publishedAt) {
        if (!danish.topicKeys().equals(english.topicKeys())) {
            throw new IllegalArgumentException("The topics differ between the languages: " + danish.title());
        }
        this.guide = guide;
        this.number = number;
        this.publishedAt = publishedAt;
        this.titleDa = danish.title();
        this.titleEn = english.title();
        this.topics = danish.topicKeys();
        this.textDa = danish;
        this.textEn = english;
    }

    /** The newest version of each guide that is offered for new rounds. */
    static List<GuideVersion> offered() {
        return newest("g.retiredAt is null and");
    }

    /** The newest version of each guide, also of those that are offered no more. */
    public static List<GuideVersion> newest() {
        return newest("");
    }

    private static List<GuideVersion> newest(String condition) {
        return list("from GuideVersion v join fetch v.guide g where " + condition + " v.number ="
                + " (select max(o.number) from GuideVersion o where o.guide = g) order by v.titleDa, v.id");
    }

    /** The newest version of a guide, if it is offered for new rounds. */
    public static Optional<GuideVersion> offeredOf(UUID guideId) {
        return newestOf(guideId).filter(version -> !version.guide().isRetired());
    }

    public static Optional<GuideVersion> newestOf(UUID guideId) {
        return find("from GuideVersion v join fetch v.guide g where g.id = ?1 order by v.number desc", guideId)
                .page(0, 1)
                .firstResultOptional();
    }

    static Optional<GuideVersion> numbered(UUID guideId, int number) {
        return find("from GuideVersion v join fetch v.guide g where g.id = ?1 and v.number = ?2", guideId, number)
                .firstResultOptional();
    }

    public static Optional<GuideVersion> newestBuiltIn(String key) {
        return find("from GuideVersion v join fetch v.guide g where g.builtInKey = ?1 order by v.number desc", key)
                .page(0, 1)
                .firstResultOptional();
    }

    public Guide guide() {
        return guide;
    }

    public int number() {
        return number;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public String title(Language language) {
        return language == Language.EN ? titleEn : titleDa;
    }

    public GuideText text(Language language) {
        return language == Language.EN ? textEn : textDa;
    }

    /** The keys of the topics, in the guide's order. */
    public List<String> topics() {
        return topics;
    }

    /** Whether a version of the guide has had just this text. */
    static boolean anySays(Guide guide, GuideText danish, GuideText english) {
        return GuideVersion.<GuideVersion>list("guide", guide).stream()
                .anyMatch(version -> version.textDa.equals(danish) && version.textEn.equals(english));
    }
}
