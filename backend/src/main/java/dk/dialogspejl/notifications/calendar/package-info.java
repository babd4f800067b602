/** The talk and the follow-up for people's own calendars, as iCalendar (RFC 5545), by mail and to download. */
package dk.dialogspejl.notifications.calendar;
