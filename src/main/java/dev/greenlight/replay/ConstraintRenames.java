package dev.greenlight.replay;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectStatement;
import java.util.List;
import java.util.Optional;

/** Runs RENAME CONSTRAINT of a table, with the index behind it and the children that inherit it. */
final class ConstraintRenames {
    private final Execution execution;
    private final ObjectStatement.RenameConstraint rename;
    private final Name old;
    private final Name renamed;

    ConstraintRenames(Execution execution, ObjectStatement.RenameConstraint rename) {
        this.execution = execution;
        this.rename = rename;
        this.old = rename.constraint();
        this.renamed = rename.newName();
    }

    void run(Table table) {
        Optional<TableConstraint> found = table.constraint(old.value());
        if (found.isEmpty()) {
            requireUnknown(table);
            execution.doubt(Doubt.ofMade(List.of(renamed.value())));
            return;
        }
        TableConstraint constraint = found.get();
        requireOwn(table, constraint);
        Optional<Index> index = index(constraint);
        index.ifPresent(this::renameIndex);
        if (table.constraint(renamed.value()).isPresent()) {
            String message = "constraint \"" + renamed.value() + "\" for relation \""
                    + table.name().name() + "\" already exists";
            throw execution.reject(SqlState.DUPLICATE_OBJECT, message, renamed.span());
        }
        execution.add(new ConstraintOperation.RenameConstraint(table, constraint, renamed.value(), rename.span()));
        rename(table);
    }

    /** In PostgreSQL 18 NOT NULL has a name too, which is not kept. */
    private void requireUnknown(Table table) {
        boolean notNull = execution.version().isAtLeast(18) && old.value().endsWith("_not_null");
        if (!notNull && !execution.names().mayHave(table, old.value())) {
            throw execution.rejectMissing(
                    SqlState.UNDEFINED_OBJECT,
                    "constraint \"" + old.value() + "\" for table \""
                            + table.name().name() + "\" does not exist",
                    old.span(),
                    new Missing(Names.typeOf(table), table.name(), old.value()));
        }
    }

    private void requireOwn(Table table, TableConstraint constraint) {
        if (!(constraint instanceof TableConstraint.Check check) || check.noInherit()) {
            return;
        }
        boolean inherited = table.parents().stream()
                .flatMap(parent -> execution.catalog().table(parent).stream())
                .anyMatch(parent -> parent.constraint(old.value()).isPresent());
        if (inherited) {
            String message = "cannot rename inherited constraint \"" + old.value() + "\"";
            throw execution.reject(SqlState.INVALID_TABLE_DEFINITION, message, old.span());
        }
        if (rename.only()
                && execution.catalog().childrenOf(table.oid()).findAny().isPresent()) {
            String message = "inherited constraint \"" + old.value() + "\" must be renamed in child tables too";
            throw execution.reject(SqlState.INVALID_TABLE_DEFINITION, message, old.span());
        }
    }

    private Optional<Index> index(TableConstraint constraint) {
        long oid = switch (constraint) {
            case TableConstraint.Unique unique -> unique.index();
            case TableConstraint.Exclusion exclusion -> exclusion.index();
            case TableConstraint.Check check -> 0;
            case TableConstraint.ForeignKey key -> 0;
        };
        Optional<Relation> relation = execution.catalog().relation(oid);
        return relation.filter(Index.class::isInstance).map(Index.class::cast);
    }

    private void renameIndex(Index index) {
        QualifiedName name = new QualifiedName(index.name().schema(), renamed.value());
        new NewNames(execution).requireRelation(name, renamed.span());
        execution.put(index.withName(name));
    }

    /** Children have their parent's checks under the same names. */
    private void rename(Table table) {
        Table current = execution.current(table);
        current.constraint(old.value()).ifPresent(constraint -> {
            execution.put(current.withConstraints(
                    Lists.replace(current.constraints(), constraint, constraint.withName(renamed.value()))));
            if (constraint instanceof TableConstraint.Check) {
                execution.catalog().childrenOf(table.oid()).toList().forEach(this::rename);
            }
        });
    }
}
