import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.example.dialogspejl.ApiClient;
import org.example.dialogspejl.ApiException;
import org.example.dialogspejl.api.*;
import org.example.dialogspejl.model.*;

/**
 * A whole evaluation round, from the invitation to the summary that an HR system reads, played by two people and that
 * system through the generated client. Who they are is said by the environment; otherwise they are those of demo mode.
 */
public class Journey {

    private static final String SERVICE = setting("SERVICE", "http://localhost:8080");
    private static final String PASSWORD = setting("PASSWORD", "spejl-demo-2026");

    public static void main(String[] arguments) throws Exception {
        ApiClient anna = signedIn(setting("EVALUATEE", "anna@fjordby.example"));
        ApiClient bo = signedIn(setting("PARTNER", "bo@fjordby.example"));
        UUID round = agreed(anna, bo);
        heldAndReflectedOn(anna, round);
        SummaryView summary = concluded(anna, bo, round);
        System.out.println("HR has read the summary of " + pulled(summary).getName());
    }

    private static ApiClient signedIn(String email) throws ApiException {
        SignIn signIn = new SignIn().email(email).password(PASSWORD);
        return withToken(new SessionApi(client()).signIn(signIn).getAccessToken());
    }

    private static UUID agreed(ApiClient anna, ApiClient bo) throws ApiException {
        UUID partner = new PeopleApi(bo).getMe().getId();
        UUID guide = new GuidesApi(anna).listGuides().get(0).getId();
        RoundsApi annas = new RoundsApi(anna);
        RoundsApi bos = new RoundsApi(bo);
        CreateRound invitation =
                new CreateRound().guideId(guide).partnerId(partner).mode(RoundMode.WITHOUT_VIDEO);
        // With a key of one's own the request can be sent again where the answer was lost.
        UUID round = annas.createRound(invitation, UUID.randomUUID().toString()).getId();
        bos.acceptRound(round, version(bos, round));

        ChangeAgreement agreement = new ChangeAgreement()
                .partnerId(partner)
                .iKnowTheGuide(true)
                .periodFrom(LocalDate.now())
                .periodUntil(LocalDate.now().plusDays(14))
                .numberOfDialogues(1)
                .mode(RoundMode.WITHOUT_VIDEO)
                .method("Stikord lige efter dialogen")
                .time("Torsdag formiddag")
                .setting("Stillerummet")
                .cooperation("Vi spørger før vi råder");
        for (RoundsApi one : List.of(annas, bos)) {
            // A change carries the version of what it changes: 412 where somebody else came first.
            one.changeAgreement(round, tag(one.getAgreement(round).getVersion()), agreement, null);
        }
        for (RoundsApi one : List.of(annas, bos)) {
            one.confirmAgreement(round, version(one, round));
        }
        annas.startRound(round, version(annas, round));
        return round;
    }

    private static void heldAndReflectedOn(ApiClient anna, UUID round) throws ApiException {
        RoundsApi rounds = new RoundsApi(anna);
        DescribeDialogue dialogue = new DescribeDialogue()
                .heldAt(OffsetDateTime.now().minusMinutes(5))
                .channel(Channel.COUNTER)
                .label("Pas til barn");
        UUID held = new DialoguesApi(anna)
                .addDialogue(round, dialogue, null, UUID.randomUUID().toString())
                .getId();
        rounds.finishDialogues(round, version(rounds, round), new FinishDialogues(), null);

        ReflectionsApi reflections = new ReflectionsApi(anna);
        OwnReflection page = reflections.listReflections(held).getOwnReflectionSheet().getReflections().get(0);
        WriteReflection words = new WriteReflection().text("Jeg så op før borgeren nåede skranken.");
        reflections.writeReflection(held, page.getTopic(), tag(page.getVersion()), words, null);
        rounds.openDiscussion(round, version(rounds, round), new OpenDiscussion(), null);
    }

    private static SummaryView concluded(ApiClient anna, ApiClient bo, UUID round) throws ApiException {
        SummariesApi annas = new SummariesApi(anna);
        SummariesApi bos = new SummariesApi(bo);
        WriteSummary words = new WriteSummary()
                .workedWell("Roen og øjenkontakten fra start")
                .focusPoints(List.of("Slip skærmen mens borgeren taler", "Lad borgeren opsummere til sidst"))
                .learning("Vi prøver pausen af på teammødet")
                .followUpHow("En kop kaffe og et kvarter")
                .followUpOn(LocalDate.now().plusDays(30));
        bos.writeSummary(round, version(bos, round), words, null);
        for (SummariesApi one : List.of(annas, bos)) {
            one.approveSummary(round, version(one, round));
        }
        return annas.shareSummary(round, version(annas, round));
    }

    /** Page by page from the beginning, and then from the cursor, as a system does that comes back. */
    private static SharedSummary pulled(SummaryView shared) throws ApiException, InterruptedException {
        IntegrationApi feed = new IntegrationApi(hr());
        String cursor = null;
        for (int asked = 0; asked < 50; asked++) {
            SummaryPage page = feed.listSharedSummaries(null, null, cursor, 10, null, null, null);
            for (SharedSummary summary : page.getSummaries()) {
                if (summary.getConcludedAt().isEqual(shared.getConcludedAt())) {
                    return summary;
                }
            }
            cursor = page.getCursor();
            if (!page.getMore()) {
                Thread.sleep(200); // a system would come back after minutes
            }
        }
        throw new IllegalStateException("The summary has not come");
    }

    private static ApiClient hr() throws ApiException {
        String secret = setting("CLIENT_ID", "hr-fjordby") + ":" + setting("CLIENT_SECRET", "spejl-demo-2026");
        String basic = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        ApiClient client = client();
        client.setRequestInterceptor(request -> request.header("Authorization", "Basic " + basic));
        return withToken(new SessionApi(client).getClientToken("client_credentials", null).getAccessToken());
    }

    private static ApiClient withToken(String token) {
        return client().setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    }

    private static ApiClient client() {
        ApiClient client = new ApiClient();
        client.updateBaseUri(SERVICE);
        return client;
    }

    private static String version(RoundsApi rounds, UUID round) throws ApiException {
        return tag(rounds.getRound(round).getVersion());
    }

    private static String version(SummariesApi summaries, UUID round) throws ApiException {
        return tag(summaries.getSummary(round).getVersion());
    }

    /** As `If-Match` has it. */
    private static String tag(int version) {
        return "\"" + version + "\"";
    }

    private static String setting(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}
