/** Lets people who have the app open hear at once that they have been told something. Nothing of it is stored. */
package dk.dialogspejl.notifications.bell;
