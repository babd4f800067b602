/**
 * How much somebody may ask for in how short a time, counted for all instances together. A feature with a limit of its
 * own makes a {@link dk.dialogspejl.platform.limits.Limit} and calls
 * {@link dk.dialogspejl.platform.limits.RateLimits}.
 */
package dk.dialogspejl.platform.limits;
