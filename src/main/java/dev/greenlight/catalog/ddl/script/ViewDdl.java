package dev.greenlight.catalog.ddl.script;

import dev.greenlight.catalog.View;
import dev.greenlight.catalog.ddl.SearchPath;
import dev.greenlight.postgres.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Statements that make views (manual CREATE VIEW and CREATE MATERIALIZED VIEW). */
final class ViewDdl {
    private final Wordings wordings;
    private final SearchPath path;

    ViewDdl(Wordings wordings, SearchPath path) {
        this.wordings = wordings;
        this.path = path;
    }

    static String object(View view) {
        return view.kindWords() + " " + Identifiers.quote(view.name());
    }

    /** Empty where its query is not known. */
    Optional<Ddl> of(View view, boolean replacing) {
        return wordings.view(view.oid()).map(words -> of(view, words, replacing));
    }

    private Ddl of(View view, Wordings.OfView words, boolean replacing) {
        String create =
                "CREATE " + (replacing ? "OR REPLACE " : "") + view.kindWords().toUpperCase(Locale.ROOT);
        String text = create + " " + Identifiers.quote(view.name()) + columns(view)
                + (words.options() == null ? "" : " WITH " + words.options()) + " AS\n" + query(view, words)
                + (view.materialized() && !words.filled() ? "\nWITH NO DATA" : "");
        String missing = Conditions.noRelation(view.name());
        return Ddl.when(object(view), replacing ? isEmpty(view) : missing, text);
    }

    private static String columns(View view) {
        return view.columns() == null ? "" : " " + names(view.columns());
    }

    private static String names(List<String> columns) {
        return Identifiers.list(columns.stream());
    }

    /** A recursive view names itself in its query by the name that it had. */
    private static String query(View view, Wordings.OfView words) {
        String self = words.recursion();
        if (self == null || view.columns() == null) {
            return words.query();
        }
        String columns = names(view.columns());
        return "WITH RECURSIVE " + Identifiers.quote(self) + columns + " AS (\n" + words.query() + "\n)\nSELECT "
                + columns.substring(1, columns.length() - 1) + " FROM " + Identifiers.quote(self);
    }

    /** One that others can be made of until it can be made itself; empty where the types of its columns are not known. */
    Optional<Ddl> forNow(View view) {
        if (view.columns() == null || view.types().stream().anyMatch(type -> !type.isKnown())) {
            return Optional.empty();
        }
        List<String> nothing = new ArrayList<>();
        for (String column : view.columns()) {
            nothing.add("NULL::" + path.write(view.type(column)) + " AS " + Identifiers.quote(column));
        }
        String text = "CREATE VIEW " + Identifiers.quote(view.name()) + " AS\nSELECT " + String.join(", ", nothing);
        return Optional.of(Ddl.when(object(view), Conditions.noRelation(view.name()), text));
    }

    /** Whether it is still what it is for now. */
    private static String isEmpty(View view) {
        return "NOT EXISTS (SELECT FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid"
                + " WHERE d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.refclassid ="
                + " 'pg_catalog.pg_class'::regclass AND r.ev_class = " + Conditions.regclass(view.name())
                + " AND d.refobjid <> r.ev_class)";
    }
}
