/** The people and teams of an organisation as its administrators keep them in order. */
package dk.dialogspejl.provisioning.directory;
