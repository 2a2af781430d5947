package dev.greenlight.source;

/**
 * A part of a text that was put together, and where it came from.
 *
 * @param origin in the text that it was put together from: the same characters, or what stands for them
 */
public record Piece(String text, Span origin) {}
