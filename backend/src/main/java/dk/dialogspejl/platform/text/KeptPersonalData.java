package dk.dialogspejl.platform.text;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kinds of {@link PersonalData} that the writer of this request has seen in it and keeps: a list of names in the
 * header {@value #HEADER}. What it names wrongly, or may not be kept, is not kept.
 */
@RequestScoped
public class KeptPersonalData {

    public static final String HEADER = "Keep-Personal-Data";

    @Inject
    HttpHeaders headers;

    boolean includes(PersonalData kind) {
        return kind.mayBeKept() && named().contains(kind.name());
    }

    private Set<String> named() {
        String kinds = headers.getHeaderString(HEADER);
        return kinds == null
                ? Collections.emptySet()
                : Arrays.stream(kinds.split(",")).map(String::strip).collect(Collectors.toSet());
    }
}
