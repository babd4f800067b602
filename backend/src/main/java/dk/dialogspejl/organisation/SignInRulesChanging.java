package dk.dialogspejl.organisation;

import java.util.Set;

/**
 * An event: from the end of this transaction on, people sign in by these methods alone. Whoever knows that nobody could
 * administer then, throws.
 */
public record SignInRulesChanging(Set<SignInMethod> methods) {}
