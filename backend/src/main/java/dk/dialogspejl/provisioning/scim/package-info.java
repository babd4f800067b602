/** People in by SCIM 2.0 (RFC 7643, 7644): the organisation's HR system or directory takes them in, moves them and lets them go. */
package dk.dialogspejl.provisioning.scim;
