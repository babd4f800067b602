/**
 * Signing in through an organisation's own OpenID Connect provider: whom an organisation trusts, how a code is redeemed,
 * when a provider's token is believed, and which person it is about. It proves who somebody is; the session that begins
 * then is {@code identity}'s, as after a password.
 */
package dk.dialogspejl.identity.provider;
