package dk.dialogspejl.summaries;

import java.util.List;
import java.util.UUID;

/**
 * Fired when summaries that are shared with HR are answered to an API client, in the transaction that reads them.
 *
 * @param clientId the API client
 */
public record SummariesHandedOver(List<Given> summaries, UUID clientId) {

    /**
     * One of them.
     *
     * @param evaluateeId whose it is
     * @param revision as HR counts them
     */
    public record Given(UUID evaluateeId, UUID roundId, int revision) {}
}
