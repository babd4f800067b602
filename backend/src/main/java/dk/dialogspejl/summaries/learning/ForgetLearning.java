package dk.dialogspejl.summaries.learning;

import dk.dialogspejl.organisation.PersonErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * What somebody erased released is gone. If one sentence went from among those without a name on the day that somebody is
 * erased, it would be known as theirs, and if none went, none would be: so all that they may have written one of are shown no
 * longer. The others' stay theirs.
 */
@ApplicationScoped
class ForgetLearning {

    /** Nothing is shown to these teams meanwhile. */
    private static final String HOLD_BACK = """
            select t.id from team t where t.id in (select l.team_id from learning l
                where l.organisation_id = t.organisation_id and l.author_id = :person) order by t.id for no key update""";

    private static final String HIDE_THOSE_THEY_WERE_AMONG = """
            update learning o set shown_on = null, place = null, version = o.version + 1
            from learning_pool k, learning l
            where k.organisation_id = o.organisation_id and k.id = o.pool_id and o.shown_on is not null
                and l.organisation_id = o.organisation_id and l.author_id = :person
                and (l.pool_id = k.id or l.team_id = k.team_id
                    and l.concluded_on >= k.period_from and l.concluded_on < k.period_until)""";

    @Inject
    EntityManager entities;

    void forget(@Observes PersonErased erased) {
        entities.createNativeQuery(HOLD_BACK)
                .setParameter("person", erased.personId())
                .getResultList();
        for (String statement : List.of(HIDE_THOSE_THEY_WERE_AMONG, "delete from learning where author_id = :person")) {
            entities.createNativeQuery(statement)
                    .setParameter("person", erased.personId())
                    .executeUpdate();
        }
    }
}
