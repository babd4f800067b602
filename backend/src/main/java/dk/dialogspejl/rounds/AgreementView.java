package dk.dialogspejl.rounds;

import dk.dialogspejl.organisation.PersonRef;
import dk.dialogspejl.platform.http.Problem.Unmet;
import dk.dialogspejl.platform.http.Versioned;
import dk.dialogspejl.platform.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The agreement, who has said yes to it, and what the other has changed since the reader did. */
@Schema(
        requiredProperties = {
            "version",
            "partnerAnswer",
            "evaluateeKnowsGuide",
            "partnerKnowsGuide",
            "mode",
            "openPoints",
            "changedSinceIConfirmed",
            "settled"
        },
        example = """
                {"version": 4, "partner": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01", "name": "Bo Lund"},
                 "partnerAnswer": "ACCEPTED", "evaluateeKnowsGuide": true, "partnerKnowsGuide": true,
                 "periodFrom": "2026-12-01", "periodUntil": "2026-12-15", "numberOfDialogues": 4, "mode": "WITHOUT_VIDEO",
                 "method": "Stikord lige efter hver dialog",
                 "time": "En halv time torsdag formiddag", "setting": "Stillerummet",
                 "openPoints": [{"code": "COOPERATION_NOT_SETTLED", "detail": "Aftal hvordan I samarbejder om den."}],
                 "changedSinceIConfirmed": [{"field": "NUMBER_OF_DIALOGUES", "before": "3", "after": "4", "at": "2026-11-22T09:20:00Z"}],
                 "settled": [{"field": "NUMBER_OF_DIALOGUES", "by": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01",
                   "name": "Bo Lund"}, "at": "2026-11-22T09:20:00Z"}]}""")
public record AgreementView(
        int version,

        @Schema(description = "Left out while nobody is asked")
        PersonRef partner,

        PartnerAnswer partnerAnswer,
        boolean evaluateeKnowsGuide,
        boolean partnerKnowsGuide,
        LocalDate periodFrom,
        @Schema(description = "The day after the last") LocalDate periodUntil,
        Integer numberOfDialogues,
        RoundMode mode,
        ConsentMethod consentMethod,
        Integer recordingDeletionDays,
        String method,
        String time,
        String setting,
        String cooperation,

        @Schema(description = "The points that are not settled yet")
        List<Unmet> openPoints,

        Instant evaluateeConfirmedAt,
        Instant partnerConfirmedAt,
        List<Change> changedSinceIConfirmed,

        @Schema(description = "Who last settled each field, and when; only fields that say something")
        List<Settled> settled)
        implements Versioned {

    /** A field that was changed, as text before and after. */
    @Schema(
            name = "AgreementChange",
            requiredProperties = {"field", "at"})
    public record Change(Agreement.Field field, String before, String after, Instant at) {

        /** Of all there have been, those this participant may know of, the oldest first. */
        public static List<Change> known(Round round, UUID reader) {
            return AgreementChange.known(round, round.participant(reader)).stream()
                    .map(Change::of)
                    .toList();
        }

        static Change of(AgreementChange change) {
            return new Change(change.field(), change.before(), change.after(), change.changedAt());
        }
    }

    /** A field and who gave it the value it has. */
    @Schema(
            name = "SettledField",
            requiredProperties = {"field", "by", "at"})
    public record Settled(Agreement.Field field, PersonRef by, Instant at) {

        static Settled of(AgreementChange change) {
            return new Settled(change.field(), PersonRef.of(change.by()), change.changedAt());
        }
    }

    static AgreementView of(Round round, UUID reader, Language language) {
        Agreement agreement = round.agreement();
        return new AgreementView(
                round.version(),
                PersonRef.of(round.partner()),
                round.partnerAnswer(),
                agreement.evaluateeKnowsGuide(),
                agreement.partnerKnowsGuide(),
                agreement.periodFrom(),
                agreement.periodUntil(),
                agreement.numberOfDialogues(),
                agreement.mode(),
                agreement.consentMethod(),
                agreement.recordingDeletionDays(),
                agreement.method(),
                agreement.time(),
                agreement.setting(),
                agreement.cooperation(),
                round.openPoints().stream()
                        .map(condition -> Unmet.of(condition, language))
                        .toList(),
                round.confirmed(Participant.EVALUATEE),
                round.confirmed(Participant.PARTNER),
                AgreementChange.toTell(round, round.participant(reader)).stream()
                        .map(Change::of)
                        .toList(),
                AgreementChange.standing(round).stream().map(Settled::of).toList());
    }
}
