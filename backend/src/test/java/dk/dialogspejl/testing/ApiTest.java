package dk.dialogspejl.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import dk.dialogspejl.platform.database.TestDatabase;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** A test against the running service and a real PostgreSQL. Every answer is checked against the contract. */
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MailPort.class, scope = TestResourceScope.GLOBAL)
public abstract class ApiTest {

    private static OpenApiValidationFilter contract;

    @Inject
    protected Given given;

    @BeforeEach
    void checkAnswersAgainstTheContract() {
        if (contract == null) {
            String served = RestAssured.given().get("/api/openapi?format=json").asString();
            contract = new OpenApiValidationFilter(OpenApiInteractionValidator.createForInlineApiSpecification(served)
                    // Requests are wrong on purpose in many tests; what must hold is how they are answered.
                    .withLevelResolver(LevelResolver.create()
                            .withLevel("validation.request", Level.IGNORE)
                            .build())
                    .build());
        }
        RestAssured.replaceFiltersWith(contract);
        RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
    }
}
