package dk.dialogspejl.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import com.atlassian.oai.validator.restassured.RestAssuredRequest;
import com.atlassian.oai.validator.restassured.RestAssuredResponse;
import com.atlassian.oai.validator.schema.ValidationConfiguration;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/**
 * Fails where an answer is not as the contract promises. Requests are not looked at: they are wrong on purpose in many
 * tests, and what must hold is how they are answered.
 */
final class AnswersAsPromised extends OpenApiValidationFilter {

    /** More than there are kinds of answers: what a schema is made ready with takes longer than what it is for. */
    private static final int SCHEMAS = 5_000;

    private final OpenApiInteractionValidator contract;

    private AnswersAsPromised(OpenApiInteractionValidator contract) {
        super(contract);
        this.contract = contract;
    }

    /** @param text the contract, in OpenAPI */
    static AnswersAsPromised by(String text) {
        return new AnswersAsPromised(OpenApiInteractionValidator.createForInlineApiSpecification(text)
                // What is asked for may be in no contract either.
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request", Level.IGNORE)
                        .build())
                .withSchemaValidationConfiguration(new ValidationConfiguration().setMaxCacheSize(SCHEMAS))
                .build());
    }

    @Override
    public Response filter(
            FilterableRequestSpecification asked, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(asked, expected);
        Request request = RestAssuredRequest.of(asked);
        ValidationReport report =
                contract.validateResponse(request.getPath(), request.getMethod(), RestAssuredResponse.of(answer));
        if (report.hasErrors()) {
            throw new OpenApiValidationException(report);
        }
        return answer;
    }
}
