package dk.dialogspejl.integration;

import dk.dialogspejl.integration.FeedCursor.Position;
import dk.dialogspejl.integration.SummaryFeed.Standing;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemType;
import dk.dialogspejl.platform.http.Scope;
import dk.dialogspejl.platform.limits.Limit;
import dk.dialogspejl.platform.limits.RateLimits;
import dk.dialogspejl.summaries.SummariesHandedOver;
import dk.dialogspejl.summaries.SummariesHandedOver.Given;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Not transactional as a whole: a stream takes a transaction for each piece, so that it holds up nobody. */
@Path(Api.ROOT + "/summaries")
@RolesAllowed(Scope.SUMMARIES_READ) // no person has it
@Tag(name = "integration")
public class SharedSummaryResource {

    /** Rows read and written at a time while streaming: all that a stream holds in memory. */
    private static final int PIECE = 2_000;

    /** Who accepts anything is meant to get JSON. */
    private static final String LESS_LIKELY = ";qs=0.5";

    @Inject
    JsonWebToken token;

    @Inject
    SummaryFeed feed;

    @Inject
    FeedAsLines lines;

    @Inject
    NewTransaction transaction;

    @Inject
    HttpServerRequest request;

    @Inject
    Event<SummariesHandedOver> handedOver;

    @Inject
    RateLimits limits;

    @Inject
    Clock clock;

    private final Limit fullLoads;

    SharedSummaryResource(@ConfigProperty(name = "dialogspejl.full-loads-per-hour") int fullLoadsPerHour) {
        fullLoads = Limit.exact("full loads", fullLoadsPerHour, Duration.ofHours(1));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listSharedSummaries",
            summary = "The summaries that people share with HR, and what has changed since last time",
            description = """
                    For API clients with the scope `summaries:read`: concluded summaries of the client's own organisation, or of
                    the client's teams, only while their evaluatees share them. A change feed: keep the `cursor` of the last
                    answer and come back with it. What was taken back or erased since then is in `removed`. Delivery is at least
                    once; an answer may tell again what is known.

                    JSON comes in pages. `application/x-ndjson` is everything at once, from the cursor or from the beginning, a
                    line for each and the cursor in the last one. `text/csv` is for people: what can be read now, without
                    removals.""")
    @APIResponse(
            responseCode = "200",
            description = "What there is from the cursor on",
            headers =
                    @Header(
                            name = "ETag",
                            description = "For `If-None-Match` of the same request",
                            schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SummaryPage.class)),
                @Content(mediaType = FeedAsLines.TYPE, schema = @Schema(implementation = FeedLine.class)),
                @Content(
                        mediaType = FeedAsTable.TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        example = "id,revision,employeeNumber,name,…")
            })
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer with that `ETag`")
    public RestResponse<SummaryPage> page(
            @Valid @BeanParam FeedQuestion question,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(description = "The `ETag` of the answer that is known")
                    String known,
            UriInfo uri) {
        question.check();
        return transaction.call(() -> {
            Standing standing = feed.standing(client(), question);
            FeedCursor from = feed.start(question, standing);
            String etag = etag(question, standing, "page " + question.limit);
            if (isKnown(etag, known)) {
                return ResponseBuilder.<SummaryPage>notModified(etag).build();
            }
            FeedPage page = handOver(standing, from, question.limit);
            ResponseBuilder<SummaryPage> answer =
                    ResponseBuilder.ok(SummaryPage.of(page)).header(HttpHeaders.ETAG, etag);
            if (page.more()) {
                answer.header(HttpHeaders.LINK, "<" + next(uri, page) + ">; rel=\"next\"");
            }
            return answer.build();
        });
    }

    @GET
    @Produces(FeedAsLines.TYPE + LESS_LIKELY)
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> lines(
            @Valid @BeanParam FeedQuestion question, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        return stream(question, known, lines, FeedAsLines.TYPE);
    }

    @GET
    @Produces(FeedAsTable.TYPE + LESS_LIKELY)
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> table(
            @Valid @BeanParam FeedQuestion question, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        return stream(question, known, new FeedAsTable(), FeedAsTable.TYPE + "; charset=UTF-8; header=present");
    }

    private RestResponse<StreamingOutput> stream(FeedQuestion question, String known, FeedFormat format, String type) {
        question.check();
        Standing standing = transaction.call(() -> feed.standing(client(), question));
        FeedCursor from = feed.start(question, standing);
        String etag = transaction.call(() -> etag(question, standing, type));
        if (isKnown(etag, known)) {
            return ResponseBuilder.<StreamingOutput>notModified(etag).build();
        }
        if (question.cursor == null) {
            limits.count(fullLoads, token.getSubject());
        }
        HttpConnection connection = request.connection();
        StreamingOutput answer = to -> {
            try {
                writePieces(format, question, standing, from, to);
            } catch (IOException gone) {
                connection.close(); // as the client has
            } catch (RuntimeException cutOff) {
                // An answer that ended in good order would pass for a whole one: nothing goes on until it is closed.
                connection.close().toCompletionStage().toCompletableFuture().join();
                throw cutOff;
            }
        };
        return ResponseBuilder.ok(answer)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.ETAG, etag)
                .build();
    }

    private void writePieces(
            FeedFormat format, FeedQuestion question, Standing standing, FeedCursor from, OutputStream to)
            throws IOException {
        format.begin(to);
        FeedPage piece = piece(question, standing, from);
        format.rows(piece.rows(), to);
        while (piece.more()) {
            piece = piece(question, standing, piece.next());
            format.rows(piece.rows(), to);
        }
        format.end(piece.next(), to);
    }

    /** A client that may read something else by now, or nothing, gets no more: the answer is cut off. */
    private FeedPage piece(FeedQuestion question, Standing standing, FeedCursor from) {
        return transaction.call(() -> {
            Standing now = feed.standing(client(), question);
            if (!now.extent().equals(standing.extent()) || !now.epoch().equals(standing.epoch())) {
                throw ProblemException.of(ProblemType.CURSOR_NOT_GOOD);
            }
            return handOver(standing, from, PIECE);
        });
    }

    /** Nothing leaves here that has not been written down. */
    private FeedPage handOver(Standing standing, FeedCursor from, int most) {
        FeedPage page = feed.read(standing, from, most);
        List<Given> given = page.given();
        if (!given.isEmpty()) {
            handedOver.fire(new SummariesHandedOver(given, client()));
        }
        return page;
    }

    private UUID client() {
        return UUID.fromString(token.getSubject());
    }

    /** Weak, because what it stands for may be told in other words; a new one each day, so that cursors stay young. */
    private String etag(FeedQuestion question, Standing standing, String representation) {
        Position last = feed.lastChange(standing);
        return "W/\""
                + FeedExtent.digest(String.join(
                        " ",
                        representation,
                        standing.epoch(),
                        standing.extent().digest(),
                        String.valueOf(question.cursor),
                        String.valueOf(question.updatedSince),
                        last.transaction() + "." + last.summary(),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString()))
                + "\"";
    }

    private static boolean isKnown(String etag, String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals(etag) || ("W/" + tag).equals(etag));
    }

    private static String next(UriInfo uri, FeedPage page) {
        URI next = uri.getRequestUriBuilder()
                .replaceQueryParam("updatedSince")
                .replaceQueryParam("cursor", page.next().opaque())
                .build();
        return next.getRawPath() + "?" + next.getRawQuery();
    }
}
