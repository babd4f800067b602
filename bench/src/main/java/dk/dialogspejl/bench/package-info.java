/**
 * Measures the product beside what it stands on: {@code make bench}. Each work is a class that says what is compared; the
 * rest starts, fills, loads, records and reports.
 */
package dk.dialogspejl.bench;
