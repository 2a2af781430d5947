package dev.greenlight.catalog.ddl;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.Deferral;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.ReferentialAction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A constraint as {@code pg_get_constraintdef} writes it (manual 9.27.4). Most conditions are as they were written: the
 * server prints those that it has understood, with its own parentheses and casts.
 */
public final class ConstraintText {
    private final Table table;
    private final SearchPath path;

    public ConstraintText(Table table, SearchPath path) {
        this.table = table;
        this.path = path;
    }

    public String of(TableConstraint constraint) {
        String text = switch (constraint) {
            case TableConstraint.Check check ->
                "CHECK (" + new ConditionText(table, path).of(check.condition()) + ")"
                        + (check.noInherit() ? " NO INHERIT" : "");
            case TableConstraint.Unique unique -> unique(unique);
            case TableConstraint.Exclusion exclusion -> exclusion(exclusion);
            case TableConstraint.ForeignKey key -> foreignKey(key);
        };
        return constraint.validated() ? text : text + " NOT VALID";
    }

    private String unique(TableConstraint.Unique unique) {
        boolean notDistinct =
                index(unique.index()).filter(Index::nullsNotDistinct).isPresent();
        String words = unique.primaryKey() ? "PRIMARY KEY " : "UNIQUE ";
        return words
                + (notDistinct ? "NULLS NOT DISTINCT " : "")
                + names(table, unique.columns())
                + include(unique.index())
                + deferral(unique.deferral());
    }

    private String exclusion(TableConstraint.Exclusion exclusion) {
        return index(exclusion.index())
                .map(index -> new IndexText(table, path).exclusion(index))
                .orElseGet(() -> "EXCLUDE " + names(table, exclusion.columns()));
    }

    private Optional<Index> index(long oid) {
        return path.catalog().relation(oid).filter(Index.class::isInstance).map(Index.class::cast);
    }

    private String foreignKey(TableConstraint.ForeignKey key) {
        String target = path.catalog()
                .table(key.referencedTable())
                .map(referenced -> path.write(referenced) + names(referenced, key.referencedColumns()))
                .orElse("?");
        return "FOREIGN KEY " + names(table, key.columns()) + " REFERENCES " + target
                + action(" ON UPDATE ", key.onUpdate()) + action(" ON DELETE ", key.onDelete())
                + deferral(key.deferral());
    }

    private static String deferral(Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> "";
            case DEFERRABLE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    private String include(long index) {
        List<Integer> included =
                index(index).map(found -> found.clauses().include()).orElse(List.of());
        return included.isEmpty() ? "" : " INCLUDE " + names(table, included);
    }

    private static String action(String words, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION
                ? ""
                : words + action.name().replace('_', ' ').toUpperCase(Locale.ROOT);
    }

    private static String names(Table table, List<Integer> columns) {
        return columns.stream()
                .map(number -> table.column(number).map(Column::name).orElse("?"))
                .map(Identifiers::quote)
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
