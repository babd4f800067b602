package dk.dialogspejl.guides.own;

import dk.dialogspejl.guides.Guide;
import dk.dialogspejl.guides.GuideVersion;
import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import dk.dialogspejl.platform.text.Language;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What an own guide says in the editor. There is one for each, and it stays when a version is made of it. */
@Entity
public class GuideDraft extends TenantEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Guide guide;

    private String titleDa;
    private String titleEn;

    @JdbcTypeCode(SqlTypes.JSON)
    @Basic(fetch = FetchType.LAZY)
    private GuideContent content;

    private Instant changedAt;

    protected GuideDraft() {}

    GuideDraft(Guide guide, GuideContent content, Instant now) {
        this.guide = guide;
        say(content, now);
    }

    /** Whoever writes holds the guide's lock. */
    void write(GuideContent written, Instant now) {
        say(written, now);
        guide.change();
    }

    private void say(GuideContent written, Instant now) {
        content = written;
        titleDa = written.title(Language.DA);
        titleEn = written.title(Language.EN);
        changedAt = now;
    }

    /**
     * Makes the next version of it, to be persisted.
     *
     * @param newest the one before; null if there is none
     * @param languages those it must be written in
     * @throws ProblemException 409 for a retired guide and one with nothing new to publish; 400 with each field that has
     *     no text
     */
    GuideVersion publish(GuideVersion newest, List<Language> languages, Instant now) {
        Set<GuideCondition> unmet = EnumSet.noneOf(GuideCondition.class);
        if (guide.isRetired()) {
            unmet.add(GuideCondition.GUIDE_RETIRED);
        }
        if (!isNewSince(newest)) {
            unmet.add(GuideCondition.GUIDE_UNCHANGED);
        }
        if (!unmet.isEmpty()) {
            throw ProblemException.stepNotPossible(unmet);
        }
        List<FieldFault> faults = new ArrayList<>();
        if (content.topics().isEmpty()) {
            faults.add(new FieldFault("topics", "field.guide-topics"));
        }
        content.missing(languages).forEach(field -> faults.add(new FieldFault(field, "field.guide-text")));
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        guide.change();
        int number = newest == null ? 1 : newest.number() + 1;
        return new GuideVersion(guide, number, content.text(Language.DA), content.text(Language.EN), now);
    }

    /** Whether it has been written in since that version was made; also where there is none yet. */
    boolean isNewSince(GuideVersion newest) {
        return newest == null || changedAt.isAfter(newest.publishedAt());
    }

    String title(Language language) {
        return language == Language.EN ? titleEn : titleDa;
    }

    GuideContent content() {
        return content;
    }

    Instant changedAt() {
        return changedAt;
    }
}
