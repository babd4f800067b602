package dk.dialogspejl.rounds;

import dk.dialogspejl.organisation.OrganisationRules;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What can be wrong with an agreement's fields seen together. */
public final class AgreementFaults {

    private AgreementFaults() {}

    /**
     * Refuses an agreement that contradicts itself. A period that has passed is a fault only when it is new.
     *
     * @param before null for a new round
     * @param rules which a round that is with video already keeps its video under
     * @throws ProblemException 400 naming each field
     */
    public static void refuse(Agreement agreement, Agreement before, OrganisationRules rules, LocalDate today) {
        List<FieldFault> faults = new ArrayList<>();
        LocalDate from = agreement.periodFrom();
        LocalDate until = agreement.periodUntil();
        if (from != null && until != null && !from.isBefore(until)) {
            faults.add(new FieldFault("periodUntil", "field.period-order"));
        }
        boolean newEnd = before == null || !Objects.equals(until, before.periodUntil());
        if (newEnd && until != null && !until.isAfter(today)) {
            faults.add(new FieldFault("periodUntil", "field.from-tomorrow"));
        }
        boolean newVideo = agreement.withVideo() && (before == null || !before.withVideo());
        if (newVideo && !rules.videoAllowed()) {
            faults.add(new FieldFault("mode", "field.video-not-allowed"));
        }
        if (!agreement.withVideo() && agreement.consentMethod() != null) {
            faults.add(new FieldFault("consentMethod", "field.video-only"));
        }
        if (!agreement.withVideo() && agreement.recordingDeletionDays() != null) {
            faults.add(new FieldFault("recordingDeletionDays", "field.video-only"));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }
}
