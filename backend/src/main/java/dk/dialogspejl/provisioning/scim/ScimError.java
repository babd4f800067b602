package dk.dialogspejl.provisioning.scim;

import java.util.List;

/** An error as RFC 7644, section 3.12 has it. */
record ScimError(List<String> schemas, String status, String scimType, String detail) {

    private static final List<String> SCHEMAS = List.of("urn:ietf:params:scim:api:messages:2.0:Error");

    ScimError(String status, String scimType, String detail) {
        this(SCHEMAS, status, scimType, detail);
    }
}
