package dev.greenlight.source;

/**
 * A place as people and SARIF count it: line and column from 1, the column in UTF-16 units (SARIF's
 * {@code utf16CodeUnits}). A tab is one column.
 */
public record Position(int line, int column) {}
