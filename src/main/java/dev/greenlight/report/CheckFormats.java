package dev.greenlight.report;

import java.util.List;
import java.util.Optional;

/** The formats there are for what is said of schemas. */
public final class CheckFormats {
    private static final List<CheckFormat> ALL = List.of(new CheckText(), new JsonCheckFormat());

    private CheckFormats() {}

    /** All, the default first. */
    public static List<CheckFormat> all() {
        return ALL;
    }

    public static Optional<CheckFormat> find(String id) {
        return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
    }
}
