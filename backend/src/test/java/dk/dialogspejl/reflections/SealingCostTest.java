package dk.dialogspejl.reflections;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.dialogspejl.platform.sealing.PersonCipher;
import dk.dialogspejl.platform.sealing.PersonKeys;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.RoundStory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What sealing costs, as ratios within one run: {@code ./mvnw test -Dtest=SealingCostTest -Dmeasure}. */
@QuarkusTest
@EnabledIfSystemProperty(named = "measure", matches = ".*")
class SealingCostTest extends ApiTest {

    private static final Logger LOG = Logger.getLogger(SealingCostTest.class);
    private static final int WARM = 500;
    private static final int MEASURED = 1_000;
    private static final String TEXT = "Jeg så op før borgeren nåede skranken. ".repeat(50); // some 2,000 characters

    @Inject
    PersonKeys keys;

    @Inject
    Clock clock;

    @Test
    void sealing_a_sheet_costs_a_part_of_a_request() {
        RoundStory round = given.aRound().held();
        List<String> topics = round.anna()
                .reads("/dialogues/" + round.dialogue(0) + "/reflections")
                .extract()
                .path("reflections.topic");
        topics.forEach(topic -> round.writes(topic, TEXT));
        RestAssured.replaceFiltersWith(List.of());
        UUID anna = round.anna().id();
        UUID dialogue = round.dialogue(0);

        double[] load = new double[MEASURED];
        double[] open = new double[MEASURED];
        double[] write = new double[MEASURED];
        double[] seal = new double[MEASURED];
        for (int turn = -WARM; turn < MEASURED; turn++) {
            double[] sheet = given.inOrganisation(round.workplace().organisation(), () -> {
                long start = System.nanoTime();
                List<Reflection> reflections = Reflection.own(dialogue, anna);
                long loaded = System.nanoTime();
                PersonCipher cipher = keys.toOpen(anna);
                reflections.forEach(one -> assertEquals(TEXT, one.words(cipher).text()));
                return new double[] {loaded - start, System.nanoTime() - loaded};
            });
            double[] one = given.inOrganisation(round.workplace().organisation(), () -> {
                long start = System.nanoTime();
                Reflection reflection =
                        Reflection.ownForWriting(dialogue, topics.get(0), anna).orElseThrow();
                long loaded = System.nanoTime();
                PersonCipher cipher = keys.toSeal(anna);
                reflection.write(TEXT, List.of(), cipher, clock.instant());
                long sealed = System.nanoTime();
                Reflection.getEntityManager().flush();
                return new double[] {loaded - start + System.nanoTime() - sealed, sealed - loaded};
            });
            if (turn >= 0) {
                load[turn] = sheet[0];
                open[turn] = sheet[1];
                write[turn] = one[0];
                seal[turn] = one[1];
            }
        }
        double[] request = new double[MEASURED];
        for (int turn = -WARM; turn < MEASURED; turn++) {
            long start = System.nanoTime();
            round.anna().asks().get("/dialogues/" + dialogue + "/reflections").asByteArray();
            if (turn >= 0) {
                request[turn] = System.nanoTime() - start;
            }
        }
        LOG.infof(
                "Medians of %d, %d texts of %d characters. Reading: %.0f µs without, %.0f µs more with; %.2f times the"
                        + " statement, %.1f %% of the request (%.0f µs). Writing one: %.0f µs without, %.0f µs more with;"
                        + " %.2f times the statements",
                MEASURED,
                topics.size(),
                TEXT.length(),
                micros(load),
                micros(open),
                1 + micros(open) / micros(load),
                100 * micros(open) / micros(request),
                micros(request),
                micros(write),
                micros(seal),
                1 + micros(seal) / micros(write));
    }

    private static double micros(double[] nanos) {
        double[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1_000;
    }
}
