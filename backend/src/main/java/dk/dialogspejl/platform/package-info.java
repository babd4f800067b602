/**
 * What every feature stands on: tenancy and the database, HTTP conventions, text and time. It holds no
 * domain and imports no feature; every feature may depend on it.
 */
package dk.dialogspejl.platform;
