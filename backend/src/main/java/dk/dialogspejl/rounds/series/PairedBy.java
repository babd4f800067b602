package dk.dialogspejl.rounds.series;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the pairs of a series come from. Whoever is named may say no, and the evaluatee may then ask somebody else. */
@Schema(
        description =
                "`THEMSELVES`: each chooses a partner. `SUGGESTION`: as the service suggests. `LEADER`: as the leader"
                        + " has chosen.")
public enum PairedBy {
    THEMSELVES,
    SUGGESTION,
    LEADER
}
