package dev.greenlight.report;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.postgres.Identifiers;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A script of SQL with what its session has to be set to. */
final class SqlText {
    /** What the session may have set otherwise: it has that again at the end. */
    private static final List<String> SETTINGS = List.of("search_path", "check_function_bodies");

    private final Appendable out;

    SqlText(Appendable out) {
        this.out = out;
    }

    /** A line, whatever is in it. */
    void comment(String line) throws IOException {
        out.append("-- ").append(VisibleText.of(line)).append('\n');
    }

    void statement(String text) throws IOException {
        out.append('\n').append(text).append(";\n");
    }

    /**
     * Bodies are not looked at while what they name is still to come, as {@code pg_dump} does it too. What the history
     * wrote without a schema is found where it was, and what extensions bring where they are.
     */
    void begin(Catalog catalog, List<String> searchPath) throws IOException {
        Set<String> schemas = new LinkedHashSet<>(searchPath);
        catalog.extensions().forEach(name -> catalog.extension(name).ifPresent(schemas::add));
        String path = schemas.isEmpty()
                ? "''"
                : schemas.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        for (String setting : SETTINGS) {
            statement("SELECT pg_catalog.set_config('greenlight." + setting + "', pg_catalog.current_setting('"
                    + setting + "'), false)");
        }
        statement("SET search_path = " + path);
        statement("SET check_function_bodies = false");
    }

    void end(List<String> lost) throws IOException {
        for (String setting : SETTINGS) {
            statement("SELECT pg_catalog.set_config('" + setting + "', pg_catalog.current_setting('greenlight."
                    + setting + "'), false)");
        }
        if (!lost.isEmpty()) {
            out.append('\n');
            comment("Not in this script:");
        }
        for (String line : lost) {
            comment(line);
        }
    }
}
