package dev.greenlight.catalog.ddl.script;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.ddl.SearchPath;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.Persistence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Statements that make tables (manual CREATE TABLE). A partition is made as a table of its own and attached when it has
 * all that its parent would give it, so that this has the names which it has in the catalog.
 */
final class TableDdl {
    private final Wordings wordings;
    private final SearchPath path;
    private final ColumnText columns;
    private final ConstraintDdl constraints;

    TableDdl(Wordings wordings, SearchPath path) {
        this.wordings = wordings;
        this.path = path;
        this.columns = new ColumnText(wordings, path);
        this.constraints = new ConstraintDdl(wordings, path);
    }

    static String object(Table table) {
        return "table " + Identifiers.quote(table.name());
    }

    /** Why it cannot be printed; null where it can. */
    @Nullable
    String problem(Table table) {
        Wordings.OfTable words = wordings.table(table.oid());
        if (!table.columnsKnown()) {
            return "there may be columns that the history does not show";
        }
        Optional<Column> unknown = table.columns().stream()
                .filter(column -> !column.type().isKnown())
                .findFirst();
        if (unknown.isPresent()) {
            return "the type of its column " + Identifiers.quote(unknown.get().name()) + " is not known";
        }
        if (table.kind() == Table.Kind.FOREIGN && words.server() == null) {
            return "its server is not known";
        }
        boolean unpartitioned = table.kind() == Table.Kind.PARTITIONED && words.partitionBy() == null;
        return unpartitioned || table.partition() && words.bound() == null
                ? "how it is partitioned is not known"
                : null;
    }

    Ddl of(Table table) {
        boolean later =
                table.persistence() == Persistence.UNLOGGED && !sequences(table).isEmpty();
        String words = later ? "CREATE TABLE " : words(table);
        return Ddl.ifNotExists(object(table), words, Identifiers.quote(table.name()) + " " + rest(table));
    }

    private List<Relation> sequences(Table table) {
        return path.catalog()
                .usersOf(table.oid())
                .filter(user -> user instanceof Sequence sequence && sequence.ownerTable() == table.oid())
                .toList();
    }

    /** The sequences of an unlogged table become unlogged with it (PostgreSQL 15), and have to be its own by then. */
    Optional<Ddl> unlogged(Table table) {
        String text = "ALTER TABLE " + Identifiers.quote(table.name()) + " SET UNLOGGED";
        return Optional.of(Ddl.repeatable(object(table), text))
                .filter(ddl -> table.persistence() == Persistence.UNLOGGED
                        && !sequences(table).isEmpty());
    }

    /** All but its columns and constraints; how it is stored may be said here and elsewhere. */
    String summary(Table table, boolean stored) {
        Wordings.OfTable words = wordings.table(table.oid());
        String parent = table.parents().stream()
                .filter(oid -> table.partition())
                .flatMap(oid -> path.catalog().table(oid).stream())
                .map(of -> " PARTITION OF " + Identifiers.quote(of.name()) + optional(" ", words.bound()))
                .findFirst()
                .orElse("");
        return words(table)
                + Identifiers.quote(table.name())
                + parent
                + inherits(table)
                + rest(words, stored)
                + (table.rowSecurity() ? "; ENABLE ROW LEVEL SECURITY" : "");
    }

    private static String words(Table table) {
        if (table.kind() == Table.Kind.FOREIGN) {
            return "CREATE FOREIGN TABLE ";
        }
        return table.persistence() == Persistence.UNLOGGED ? "CREATE UNLOGGED TABLE " : "CREATE TABLE ";
    }

    private String rest(Table table) {
        return elements(table) + inherits(table) + rest(wordings.table(table.oid()), true);
    }

    private static String rest(Wordings.OfTable words, boolean stored) {
        return optional(" PARTITION BY ", words.partitionBy())
                + optional(" USING ", words.method())
                + optional(" WITH ", stored ? words.parameters() : null)
                + optional(" SERVER ", words.server())
                + optional(" OPTIONS ", words.options());
    }

    private static String optional(String before, @Nullable String text) {
        return text == null ? "" : before + text;
    }

    private String elements(Table table) {
        List<String> elements = new ArrayList<>();
        table.columns().stream()
                .filter(column -> !isInherited(table, column))
                .forEach(column -> elements.add(Identifiers.quote(column.name()) + " " + columns.of(table, column)));
        checks(table)
                .forEach(check -> elements.add(
                        "CONSTRAINT " + Identifiers.quote(check.name()) + " " + constraints.text(table, check)));
        return elements.isEmpty() ? "()" : elements.stream().collect(Collectors.joining(",\n    ", "(\n    ", "\n)"));
    }

    /** Those that are validated; the others are added later, for a new table validates all. */
    private List<TableConstraint> checks(Table table) {
        return table.constraints().stream()
                .filter(constraint -> constraint instanceof TableConstraint.Check && constraint.validated())
                .filter(check -> !isInherited(table, check))
                .toList();
    }

    private List<Table> inherited(Table table) {
        return table.partition()
                ? List.of()
                : table.parents().stream()
                        .flatMap(parent -> path.catalog().table(parent).stream())
                        .toList();
    }

    private boolean isInherited(Table table, Column column) {
        return inherited(table).stream()
                .anyMatch(parent -> parent.column(column.name())
                        .filter(own -> columns.of(parent, own).equals(columns.of(table, column)))
                        .isPresent());
    }

    /** A check of a parent that its children do not have is none of theirs. */
    boolean isInherited(Table table, TableConstraint check) {
        return inherited(table).stream()
                .anyMatch(parent -> parent.constraint(check.name())
                        .filter(own -> own instanceof TableConstraint.Check it && !it.noInherit())
                        .isPresent());
    }

    private String inherits(Table table) {
        List<Table> parents = inherited(table);
        return parents.isEmpty()
                ? ""
                : parents.stream()
                        .map(parent -> Identifiers.quote(parent.name()))
                        .collect(Collectors.joining(", ", " INHERITS (", ")"));
    }

    /** What is said of a table once it is there. */
    List<Ddl> afterwards(Table table) {
        List<Ddl> all = new ArrayList<>();
        String alter = "ALTER TABLE " + Identifiers.quote(table.name()) + " ";
        if (table.ofType() != null) {
            all.add(Ddl.repeatable(object(table), alter + "OF " + Identifiers.quote(table.ofType())));
        }
        if (table.rowSecurity()) {
            all.add(Ddl.repeatable(object(table), alter + "ENABLE ROW LEVEL SECURITY"));
        }
        return all;
    }

    /** Empty for one that is no partition. */
    Optional<Ddl> attached(Table table) {
        String bound = wordings.table(table.oid()).bound();
        return table.parents().stream()
                .filter(parent -> table.partition() && bound != null)
                .flatMap(parent -> path.catalog().table(parent).stream())
                .findFirst()
                .map(parent -> Ddl.when(
                        object(table),
                        Conditions.noParent(table.name()),
                        "ALTER TABLE ONLY " + Identifiers.quote(parent.name()) + " ATTACH PARTITION "
                                + Identifiers.quote(table.name()) + " " + bound));
    }
}
