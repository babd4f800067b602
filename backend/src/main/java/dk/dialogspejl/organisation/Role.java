package dk.dialogspejl.organisation;

import java.util.Locale;

/** What a person may do in the organisation. Everyone is an employee; the others come on top. */
public enum Role {
    EMPLOYEE,
    LEADER,
    FACILITATOR,
    ADMINISTRATOR;

    /** {@link #EMPLOYEE} as a security role, for annotations. */
    public static final String IS_EMPLOYEE = "employee";

    /** {@link #LEADER} as a security role, for annotations. Which teams somebody leads is decided in queries. */
    public static final String IS_LEADER = "leader";

    /** {@link #ADMINISTRATOR} as a security role, for annotations. */
    public static final String IS_ADMINISTRATOR = "administrator";

    /** The name of the role as a security role. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
