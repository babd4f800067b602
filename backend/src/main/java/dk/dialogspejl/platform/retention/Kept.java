package dk.dialogspejl.platform.retention;

import java.util.List;
import java.util.UUID;

/**
 * One kind of what is kept for a time and then removed. The feature that owns the rows has it as a bean; the nightly run
 * asks all of them and knows none. Whether something is due does not depend on what else has been removed, so what is
 * counted beforehand is what then goes; and it is due until it is gone, so that a run can be cut off anywhere.
 */
public interface Kept {

    /** What is counted, as in {@code rounds}. */
    String name();

    /**
     * A query in SQL for the ids of what is due, {@code select k.id from … k where …}. Its parameters are instants:
     * {@code :now}, and by the name of each term an organisation chooses, the one before which something is due.
     */
    String due();

    /** Appended when it is removed: who is at work with one is not waited for, and the next night comes. */
    default String locking() {
        return " for update of k skip locked";
    }

    /** Removes what was due and is locked, in the transaction of the batch. */
    void remove(List<UUID> ids);
}
