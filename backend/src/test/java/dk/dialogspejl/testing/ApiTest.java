package dk.dialogspejl.testing;

import dk.dialogspejl.platform.database.TestDatabase;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/** A test against the running service and a real PostgreSQL. Every answer is checked against the contract. */
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MailPort.class, scope = TestResourceScope.GLOBAL)
public abstract class ApiTest {

    /** Where tests come from: a network for benchmarks (RFC 2544), which nobody has. */
    private static final String NETWORK = "198.18.%d.%d";

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private static AnswersAsPromised contract;

    static {
        CompiledPaths.keep();
    }

    @Inject
    protected Given given;

    @BeforeEach
    void checkAnswersAgainstTheContract() {
        if (contract == null) {
            String served = RestAssured.given().get("/api/openapi?format=json").asString();
            contract = AnswersAsPromised.by(served);
        }
        RestAssured.config = LightRequests.as(RestAssured.config());
        RestAssured.replaceFiltersWith(contract, fromAnAddressOfItsOwn());
    }

    /** As a proxy in front would tell it, so that attempts in one test do not count in another. */
    private static Filter fromAnAddressOfItsOwn() {
        int number = ADDRESSES.incrementAndGet();
        String address = NETWORK.formatted(number / 250 % 250, number % 250 + 1);
        return (request, response, next) -> {
            if (!request.getHeaders().hasHeaderWithName("X-Forwarded-For")) {
                request.header("X-Forwarded-For", address);
            }
            return next.next(request, response);
        };
    }
}
