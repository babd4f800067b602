package dk.dialogspejl.platform.http;

import java.util.Set;

/** What an API client may be allowed. Scopes take the place of roles in its tokens. */
public final class Scope {

    /** To read the summaries that people share with HR. */
    public static final String SUMMARIES_READ = "summaries:read";

    /** Every scope there is. */
    public static final Set<String> ALL = Set.of(SUMMARIES_READ);

    private Scope() {}
}
