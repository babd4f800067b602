/**
 * People in, moved and out: what the organisation's own systems say of its people and teams, what an administrator brings
 * in a file, and what they change by hand. Nothing depends on it. Why it is as it is: docs/adr/0018.
 */
package dk.dialogspejl.provisioning;
