package dk.dialogspejl.platform.http;

import java.util.Set;

/** What an API client may be allowed. Scopes take the place of roles in its tokens. */
public final class Scope {

    /** To read the summaries that people share with HR. */
    public static final String SUMMARIES_READ = "summaries:read";

    /** To take people in, move them and let them go. */
    public static final String PEOPLE_PROVISION = "people:provision";

    /** Every scope there is. */
    public static final Set<String> ALL = Set.of(SUMMARIES_READ, PEOPLE_PROVISION);

    private Scope() {}
}
