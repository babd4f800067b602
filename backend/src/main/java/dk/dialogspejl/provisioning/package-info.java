/**
 * People in: what the organisation's own systems say of its people and teams, and what an administrator brings in a file.
 * Nothing depends on it. Why it is as it is: docs/adr/0018.
 */
package dk.dialogspejl.provisioning;
