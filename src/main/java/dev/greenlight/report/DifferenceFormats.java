package dev.greenlight.report;

import java.util.List;
import java.util.Optional;

/** The formats there are for differences. */
public final class DifferenceFormats {
    private static final List<DifferenceFormat> ALL = List.of(new TextDifferenceFormat(), new JsonDifferenceFormat());

    private DifferenceFormats() {}

    /** All, the default first. */
    public static List<DifferenceFormat> all() {
        return ALL;
    }

    public static Optional<DifferenceFormat> find(String id) {
        return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
    }
}
