/** Mails what people are told: one mail for all that waits, in their own language, when they want it. */
package dk.dialogspejl.notifications.mail;
