package dk.dialogspejl.guides.own;

import dk.dialogspejl.guides.Guide;
import dk.dialogspejl.guides.GuideVersion;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A guide with what administrators see of it beside what everybody does.
 *
 * @param newest null while nothing has been published
 * @param draft null for one that came with the product
 */
record ManagedGuide(Guide guide, GuideVersion newest, GuideDraft draft) {

    private static final String QUERY = "select new ManagedGuide(g, v, d) from Guide g"
            + " left join GuideVersion v on v.guide = g"
            + " and v.number = (select max(o.number) from GuideVersion o where o.guide = g)"
            + " left join GuideDraft d on d.guide = g";

    static List<ManagedGuide> all() {
        return Guide.getEntityManager()
                .createQuery(QUERY + " order by coalesce(d.titleDa, v.titleDa), g.id", ManagedGuide.class)
                .getResultList();
    }

    /** @throws ProblemException 404 */
    static ManagedGuide byId(UUID guideId) {
        return byIdIfAny(guideId).orElseThrow(ProblemException::notFound);
    }

    static Optional<ManagedGuide> byIdIfAny(UUID guideId) {
        return Guide.getEntityManager()
                .createQuery(QUERY + " where g.id = :id", ManagedGuide.class)
                .setParameter("id", guideId)
                .getResultStream()
                .findFirst();
    }

    /** @throws ProblemException 409 for one that came with the product, which nobody writes in */
    GuideDraft ownDraft() {
        if (draft == null) {
            throw ProblemException.stepNotPossible(Set.of(GuideCondition.GUIDE_BUILT_IN));
        }
        return draft;
    }

    /** What the editor shows, or would be copied. */
    GuideContent content() {
        return draft == null ? GuideContent.of(newest.text(Language.DA), newest.text(Language.EN)) : draft.content();
    }

    String title(Language language) {
        return draft == null ? newest.title(language) : draft.title(language);
    }

    boolean isUnpublished() {
        return draft != null && draft.isNewSince(newest);
    }
}
