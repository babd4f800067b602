package dk.dialogspejl.rounds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.stream.Collectors;

/** Rounds that nobody has worked in for as long as an organisation keeps what. */
@ApplicationScoped
public class RoundsAtRest {

    @Inject
    @Any
    Instance<KeepsRound> keepers;

    /**
     * A query in SQL for the ids of rounds {@code k}, to which conditions can be added.
     *
     * @param terms the terms an organisation chooses that must all be over
     */
    public String since(String... terms) {
        StringBuilder query = new StringBuilder("select k.id from round k where true");
        for (String term : terms) {
            query.append(" and k.created_at < :%1$s and not exists (select from step_taken s"
                    .concat(
                            " where s.organisation_id = k.organisation_id and s.round_id = k.id and s.taken_at >= :%1$s)")
                    .formatted(term));
            keepers.forEach(keeper -> query.append(" and not ").append(keeper.workedInSince(":" + term)));
        }
        return query.toString();
    }

    /** The condition that nothing of the round {@code k} is needed any more. */
    String needless() {
        return keepers.stream().map(keeper -> "not " + keeper.needed()).collect(Collectors.joining(" and "));
    }
}
