package dev.greenlight.catalog.ddl.script;

import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.ddl.ConstraintText;
import dev.greenlight.catalog.ddl.SearchPath;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import java.util.Optional;

/** Statements that add constraints to tables (manual ALTER TABLE). */
final class ConstraintDdl {
    private static final String NOT_VALID = " NOT VALID";

    private final Wordings wordings;
    private final SearchPath path;

    ConstraintDdl(Wordings wordings, SearchPath path) {
        this.wordings = wordings;
        this.path = path;
    }

    static String object(Table table, TableConstraint constraint) {
        return "constraint " + Identifiers.quote(constraint.name()) + " of " + Identifiers.quote(table.name());
    }

    Ddl of(Table table, TableConstraint constraint) {
        return Ddl.when(
                object(table, constraint),
                Conditions.noConstraint(table.name(), constraint.name()),
                "ALTER TABLE " + Identifiers.quote(table.name()) + " ADD CONSTRAINT "
                        + Identifiers.quote(constraint.name()) + " " + text(table, constraint));
    }

    /** What is said of the index of a key; empty where there is nothing to be said. */
    Optional<Ddl> parameters(Table table, TableConstraint constraint) {
        String parameters = wordings.constraint(constraint.origin()).parameters();
        String index = Identifiers.quote(new QualifiedName(table.name().schema(), constraint.name()));
        return Optional.of(Ddl.repeatable(object(table, constraint), "ALTER INDEX " + index + " SET " + parameters))
                .filter(ddl -> !parameters.isEmpty());
    }

    String text(Table table, TableConstraint constraint) {
        Wordings.OfConstraint words = wordings.constraint(constraint.origin());
        boolean valid = constraint.validated();
        String bare = constraint instanceof TableConstraint.Check check ? check(check) : bare(table, constraint);
        return withActions(bare, words) + words.attributes() + (valid ? "" : NOT_VALID);
    }

    /** As written: of some conditions the server makes another one than of what it prints of them. */
    private static String check(TableConstraint.Check check) {
        return "CHECK (" + check.condition() + ")" + (check.noInherit() ? " NO INHERIT" : "");
    }

    private String bare(Table table, TableConstraint constraint) {
        String text = new ConstraintText(table, path).of(constraint);
        return constraint.validated() ? text : text.substring(0, text.length() - NOT_VALID.length());
    }

    /** MATCH stands behind what is referred to, and the columns that are set behind what sets them. */
    private static String withActions(String text, Wordings.OfConstraint words) {
        String result = text;
        int references = result.indexOf(" REFERENCES ");
        if (!words.match().isEmpty()) {
            int end = result.indexOf(')', references) + 1;
            result = result.substring(0, end) + words.match() + result.substring(end);
        }
        if (!words.setOnDelete().isEmpty()) {
            String action = result.contains(" ON DELETE SET NULL") ? " ON DELETE SET NULL" : " ON DELETE SET DEFAULT";
            int end = result.lastIndexOf(action) + action.length();
            result = result.substring(0, end) + words.setOnDelete() + result.substring(end);
        }
        return result;
    }
}
