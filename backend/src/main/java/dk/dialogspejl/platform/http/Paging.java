package dk.dialogspejl.platform.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;

/** The query parameters of every list. */
public class Paging {

    @QueryParam("limit")
    @DefaultValue("20")
    @Min(1)
    @Max(100)
    @Parameter(description = "The most rows in a page")
    public int limit;

    @QueryParam("cursor")
    @Parameter(description = "Where to go on: taken from the `next` link of the page before")
    public String cursor;

    /** Where the page begins, or null for the first. */
    public Cursor start() {
        return cursor == null ? null : Cursor.parse(cursor);
    }

    /** One more than is shown tells whether there is a next page, without counting. */
    public int rowsToRead() {
        return limit + 1;
    }

    /**
     * Answers one page with a {@code Link} to the next (RFC 8288), relative to this one, if there is one.
     *
     * @param rows up to {@link #rowsToRead()} of them
     */
    public <T> RestResponse<List<T>> page(List<T> rows, Function<T, Cursor> position, UriInfo uri) {
        if (rows.size() <= limit) {
            return RestResponse.ok(rows);
        }
        List<T> shown = rows.subList(0, limit);
        URI next = uri.getRequestUriBuilder()
                .replaceQueryParam(
                        "cursor", position.apply(shown.get(limit - 1)).opaque())
                .build();
        return RestResponse.ResponseBuilder.ok(shown)
                .header("Link", "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"")
                .build();
    }
}
