package dk.dialogspejl.summaries;

import java.util.List;
import java.util.UUID;

/**
 * Fired when summaries that are shared with HR are answered to an API client, in the transaction that reads them.
 *
 * @param summaryIds which
 * @param revisions what HR was given of each, in the same order
 * @param clientId the API client
 */
public record SummariesHandedOver(List<UUID> summaryIds, List<Integer> revisions, UUID clientId) {}
