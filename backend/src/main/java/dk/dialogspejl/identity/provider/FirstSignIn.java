package dk.dialogspejl.identity.provider;

/** Who may come in through a provider the first time. After that they are known by the provider's subject. */
enum FirstSignIn {
    /** Somebody who is here already, with the e-mail address that the provider has verified. */
    INVITED,

    /** They, and anybody else with such an address in one of the provider's domains, who becomes an employee. */
    EMPLOYEE
}
