package dev.greenlight.report;

import java.util.List;
import java.util.Optional;

/** The formats there are. */
public final class ReportFormats {
    private static final List<ReportFormat> ALL =
            List.of(new TextFormat(), new MarkdownFormat(), new SarifFormat(), new JsonFormat());

    private ReportFormats() {}

    /** All, the default first. */
    public static List<ReportFormat> all() {
        return ALL;
    }

    public static Optional<ReportFormat> find(String id) {
        return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
    }
}
