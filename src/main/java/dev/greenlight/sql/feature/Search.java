package dev.greenlight.sql.feature;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Setting;
import dev.greenlight.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What has been found so far in a statement; gone when all of it was looked at. */
final class Search {
    private final Row row;
    private final List<Feature> found = new ArrayList<>();

    Search(List<Token> tokens) {
        this.row = new Row(tokens);
    }

    /** All tokens of the text. */
    Row row() {
        return row;
    }

    Row row(Span span) {
        return row.within(span);
    }

    List<Feature> inOrder() {
        return found.stream().sorted(Feature.BY_PLACE).distinct().toList();
    }

    /** A form that older servers cannot parse. */
    void add(int since, String words, Span span) {
        found.add(new Feature(words, since, span, SqlState.SYNTAX_ERROR, false));
    }

    /** A form that older servers parse and then refuse. */
    void addParsed(int since, String words, Span span, SqlState state) {
        found.add(new Feature(words, since, span, state, true));
    }

    /** All places where one of these forms stands. */
    void look(Row where, Form... forms) {
        for (int i = 0; i < where.size(); i++) {
            for (Form form : forms) {
                if (where.isAt(i, form.phrase())) {
                    int last = i + form.phrase().size() - 1;
                    add(form.since(), form.words(), where.span(i, last));
                }
            }
        }
    }

    /** Options by their names; {@code what} says whose they are. */
    void options(List<Setting> options, String what, Map<String, Integer> since, SqlState state) {
        for (Setting option : options) {
            Integer version = since.get(option.name());
            if (version != null) {
                addParsed(version, what + " " + option.name(), option.span(), state);
            }
        }
    }

    /** Options in the first parentheses of {@code where}: each begins behind a comma or the opening one. */
    void options(Row where, String what, Map<String, Integer> since) {
        for (int i = 1; i < where.size(); i++) {
            boolean begins = where.isAt(i - 1, List.of("(")) || where.isAt(i - 1, List.of(","));
            Integer version = begins ? since.get(where.at(i).value().toLowerCase(Locale.ROOT)) : null;
            if (version != null) {
                String words = what + " " + where.at(i).value();
                addParsed(version, words, where.at(i).span(), SqlState.SYNTAX_ERROR);
            }
        }
    }
}
