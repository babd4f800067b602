/** People in from a file: what it would do is shown first, and then just that is done, all of it or nothing. */
package dk.dialogspejl.provisioning.csv;
