package dev.greenlight.oracle;

/**
 * A database that others are copied from, and that nobody is connected to.
 *
 * @param database its name in the server that it is of
 */
public record Template(String database) {}
