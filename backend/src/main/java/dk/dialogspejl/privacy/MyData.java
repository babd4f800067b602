package dk.dialogspejl.privacy;

import dk.dialogspejl.audit.AuditRow;
import dk.dialogspejl.dialogues.DialogueView;
import dk.dialogspejl.feedback.FeedbackSheet;
import dk.dialogspejl.notifications.NotificationRow;
import dk.dialogspejl.notifications.PreferencesView;
import dk.dialogspejl.organisation.MeView;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.reflections.ReflectionSheet;
import dk.dialogspejl.rounds.AgreementView;
import dk.dialogspejl.rounds.RoundView;
import dk.dialogspejl.rounds.StepRow;
import dk.dialogspejl.rounds.series.RoundSeries;
import dk.dialogspejl.summaries.FollowUpView;
import dk.dialogspejl.summaries.SummaryView;
import dk.dialogspejl.summaries.learning.LearningView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything the service holds about one person, as that person may read it (GDPR article 15 and, being structured,
 * article 20). What others have written about them and not shared is not in it (article 15, paragraph 4), nor are
 * secrets such as the hash of a password.
 */
@Schema(
        requiredProperties = {
            "takenAt",
            "me",
            "signIn",
            "sessions",
            "rounds",
            "startedForTeams",
            "readByOthers",
            "readByMe",
            "audit",
            "notifications",
            "mailPreferences"
        },
        description =
                "Everything kept about me. Texts of others that they have not shared with me are theirs, and left out.",
        example = """
                {"takenAt": "2026-12-20T09:00:00Z",
                 "me": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f00", "name": "Anna Holm", "organisation": "Fjordby Kommune",
                   "roles": ["EMPLOYEE"], "leads": [],
                   "offers": {"video": true, "hrSharing": true, "languages": ["da", "en"]}},
                 "employeeNumber": "1042", "fromEmployer": {"externalId": "a1b2", "language": "da"},
                 "email": "anna@fjordby.example",
                 "signIn": {"providers": [], "knownDevicesLastUsedAt": ["2026-12-20T08:00:00Z"]},
                 "sessions": [{"startedAt": "2026-12-20T08:00:00Z", "lastUsedAt": "2026-12-20T08:50:00Z",
                   "browser": "Chrome", "system": "Windows"}], "rounds": [],
                   "startedForTeams": [], "readByOthers": [], "readByMe": [], "audit": [], "notifications": [],
                 "mailPreferences": {"version": 0, "mailIsSent": true, "language": "da", "round": "SOON", "agreement": "DAILY",
                   "shared": "DAILY", "talk": "SOON", "summary": "DAILY", "reminder": "DAILY"}}""")
public record MyData(
        Instant takenAt,
        MeView me,
        String employeeNumber,

        @Schema(description = "What the system that my employer takes people from knows me by")
        FromEmployer fromEmployer,

        @Schema(description = "The address I sign in with, where I sign in here")
        String email,

        MySignIn signIn,
        List<MySession> sessions,

        @Schema(description = "Every round I am in, newest first")
        List<MyRound> rounds,

        @Schema(description = "What I have started for teams that I lead, newest first")
        List<MySeries> startedForTeams,

        @Schema(description = "Who has read what I shared, newest first")
        List<AccessRow> readByOthers,

        @Schema(description = "What others shared and I read, newest first")
        List<AccessRow> readByMe,

        @Schema(
                description =
                        "What I administered, where I was refused, and what was done with my account, though not by"
                                + " whom; newest first")
        List<AuditRow> audit,

        @Schema(description = "What I was told, newest first")
        List<NotificationRow> notifications,

        @Schema(description = "What I get mails about") PreferencesView mailPreferences) {

    /** How I sign in, but for the password and what else is secret. */
    @Schema(requiredProperties = {"providers", "knownDevicesLastUsedAt"})
    public record MySignIn(
            @Schema(description = "My organisation's, where I sign in there")
            List<MyProvider> providers,

            @Schema(description = "Since when it takes a code from my phone besides; left out where it does not")
            Instant twoStepSince,

            @Schema(description = "Each browser that is known as mine, by when I last signed in with it")
            List<Instant> knownDevicesLastUsedAt) {}

    /** Who I am at a provider. */
    @Schema(requiredProperties = {"name", "issuer", "subject", "linkedAt"})
    public record MyProvider(String name, String issuer, String subject, Instant linkedAt) {}

    /** What came with me from my employer's system, and is used to know me again and to write to me. */
    @Schema(name = "MyDataFromEmployer")
    public record FromEmployer(String externalId, String givenName, String familyName, Language language) {}

    /** One sign-in. */
    @Schema(requiredProperties = {"startedAt", "lastUsedAt"})
    public record MySession(
            Instant startedAt,

            @Schema(description = "Right within ten minutes")
            Instant lastUsedAt,

            @Schema(description = "When it was ended; left out where it ran out or goes on")
            Instant endedAt,

            @Schema(description = "The browser's name, where it is a known one")
            String browser,

            @Schema(description = "The kind of system or device, where it is a known one")
            String system) {}

    /** Rounds that I started for a team, and what I wrote to it. */
    @Schema(requiredProperties = "startedAt")
    public record MySeries(Instant startedAt, String team, String message) {

        static MySeries of(RoundSeries series) {
            return new MySeries(
                    series.startedAt(),
                    series.team() == null ? null : series.team().name(),
                    series.message());
        }
    }

    /** One round, with all in it that is mine or shared with me. */
    @Schema(
            requiredProperties = {"round", "topics", "agreement", "agreementChanges", "history", "dialogues", "feedback"
            })
    public record MyRound(
            RoundView round,

            @Schema(description = "The topics of its guide, which texts name by key")
            List<MyTopic> topics,

            AgreementView agreement,

            @Schema(description = "What it has said before, the oldest first")
            List<AgreementView.Change> agreementChanges,

            @Schema(description = "The steps taken") List<StepRow> history,

            List<MyDialogue> dialogues,

            @Schema(description = "As partner my own words; as evaluatee what is shared with me")
            FeedbackSheet feedback,

            @Schema(description = "From the talk on") SummaryView summary,

            @Schema(description = "From the conclusion on") FollowUpView followUp,

            @Schema(description = "Of a round about me: what I have released to my team")
            LearningView learning) {}

    /** A topic's key and its title. */
    @Schema(requiredProperties = {"key", "title"})
    public record MyTopic(String key, String title) {}

    /** A dialogue, with my reflections on it, or those that are shared with me. */
    @Schema(requiredProperties = {"dialogue", "reflections"})
    public record MyDialogue(DialogueView dialogue, ReflectionSheet reflections) {}
}
