package org.duecare.scenarios;

/**
 * A file that a scenario was read from.
 *
 * @param name as the user knows it
 * @param sha256 of its bytes, in hex
 */
public record DataFile(String name, String sha256, long bytes) {}
