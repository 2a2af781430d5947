package dev.greenlight.migration;

/** A part of a file that goes one way. */
record MarkedPart(Direction direction, Section section) {}
