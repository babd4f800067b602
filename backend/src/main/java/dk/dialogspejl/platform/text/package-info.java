/** Languages, and the text that people write. */
package dk.dialogspejl.platform.text;
