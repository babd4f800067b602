package dk.dialogspejl.insights;

import dk.dialogspejl.platform.retention.KeptRows;
import jakarta.inject.Singleton;

/** Figures, for five years. They are of nobody in particular, but need not be there for ever. */
@Singleton
class KeptInsight extends KeptRows {

    KeptInsight() {
        super("insight", "insight_release", "k.quarter_from < cast(:now as timestamptz) - interval '5 years'");
    }

    /** Nobody changes them. */
    @Override
    public String locking() {
        return "";
    }
}
