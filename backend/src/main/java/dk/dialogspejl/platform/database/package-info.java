/** The one PostgreSQL: where it is, who the service is in it, and which organisation a transaction is for. */
package dk.dialogspejl.platform.database;
