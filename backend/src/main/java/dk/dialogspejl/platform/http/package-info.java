/** The conventions of the API that every resource keeps: problems, preconditions, paging, repeatable POSTs. */
package dk.dialogspejl.platform.http;
