package dk.dialogspejl.provisioning.scim;

/** What may stand in the way of changing people from outside. */
enum ProvisioningCondition {
    LAST_ADMINISTRATOR
}
