package dev.greenlight.catalog;

import org.jspecify.annotations.Nullable;

/** A schema; {@code origin} is null for {@code public} and for one that is only assumed. */
public record Schema(String name, @Nullable Origin origin) {}
