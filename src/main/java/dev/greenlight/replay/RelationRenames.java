package dev.greenlight.replay;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Optional;

/** Runs RENAME and SET SCHEMA of relations; what uses them follows. Their columns are another matter. */
final class RelationRenames {
    private final Execution execution;

    private RelationRenames(Execution execution) {
        this.execution = execution;
    }

    static void apply(ObjectStatement.Rename rename, Execution execution) {
        new RelationRenames(execution).rename(rename);
    }

    static void apply(ObjectStatement.RenameColumn rename, Execution execution) {
        new RelationRenames(execution)
                .any(rename.relation(), rename.ifExists(), rename.type())
                .ifPresent(relation -> new ColumnRenames(execution, rename).run(relation));
    }

    static void apply(ObjectStatement.RenameConstraint rename, Execution execution) {
        new RelationRenames(execution)
                .relation(rename.table(), rename.ifExists(), ObjectType.TABLE)
                .filter(Table.class::isInstance)
                .ifPresent(table -> new ConstraintRenames(execution, rename).run((Table) table));
    }

    static void apply(ObjectStatement.SetSchema move, Execution execution) {
        new RelationRenames(execution).move(move);
    }

    private Optional<Relation> relation(ObjectName name, boolean ifExists, ObjectType type) {
        Optional<Relation> found = any(name, ifExists, type);
        found.filter(Names::isCertain).ifPresent(relation -> requireType(relation, type, name.span()));
        return found;
    }

    /** Of whatever kind: RENAME COLUMN takes all that have columns ({@code renameatt_check} in tablecmds.c). */
    private Optional<Relation> any(ObjectName name, boolean ifExists, ObjectType type) {
        Names names = execution.names();
        Optional<Relation> found =
                ifExists ? names.relationIfExists(name, type) : Optional.of(names.relation(name, type));
        if (found.isEmpty()) {
            execution.skip(null);
        }
        return found;
    }

    /** ALTER TABLE and ALTER INDEX take other relations too. */
    private void requireType(Relation relation, ObjectType type, Span span) {
        boolean matches = switch (type) {
            case VIEW -> relation instanceof View view && !view.materialized();
            case MATERIALIZED_VIEW -> relation instanceof View view && view.materialized();
            case SEQUENCE -> relation instanceof Sequence;
            default -> true;
        };
        if (!matches) {
            String message = "\"" + relation.name().name() + "\" is not a " + type.lowerCaseWords();
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, message, span);
        }
    }

    private void rename(ObjectStatement.Rename rename) {
        if (!rename.ifExists()) {
            execution.names().freed(rename.name(), rename.type());
        }
        relation(rename.name(), rename.ifExists(), rename.type()).ifPresent(relation -> {
            Name newName = rename.newName();
            QualifiedName renamed = new QualifiedName(relation.name().schema(), newName.value());
            if (hasRows(relation)) {
                new NewNames(execution).requireRelationWithRows(renamed, newName.span());
            } else {
                new NewNames(execution).requireRelation(renamed, newName.span());
            }
            execution.add(new TableOperation.RenameRelation(relation, renamed, rename.span()));
            rename(relation, renamed);
            if (relation instanceof Index index) {
                renameConstraint(index, newName.value());
            }
        });
    }

    private static boolean hasRows(Relation relation) {
        return relation instanceof Table || relation instanceof View;
    }

    private void rename(Relation relation, QualifiedName renamed) {
        QualifiedName old = relation.name();
        execution.put(relation.withName(renamed));
        if (hasRows(relation) && isType(old)) {
            execution.change(Renaming.ofType(old, renamed));
        }
    }

    /** Whether something uses the type that the rows of a relation have. */
    private boolean isType(QualifiedName name) {
        return execution.catalog().usersOfType(name).findAny().isPresent()
                || !execution.catalog().types().isEmpty()
                || execution.catalog().routines().findAny().isPresent();
    }

    /** A key or exclusion always has its index' name. */
    private void renameConstraint(Index index, String newName) {
        execution.catalog().table(index.table()).ifPresent(table -> {
            List<TableConstraint> constraints = table.constraints().stream()
                    .map(constraint -> serves(index, constraint) ? constraint.withName(newName) : constraint)
                    .toList();
            execution.put(table.withConstraints(constraints));
        });
    }

    private static boolean serves(Index index, TableConstraint constraint) {
        return switch (constraint) {
            case TableConstraint.Unique unique -> unique.index() == index.oid();
            case TableConstraint.Exclusion exclusion -> exclusion.index() == index.oid();
            case TableConstraint.Check check -> false;
            case TableConstraint.ForeignKey key -> false;
        };
    }

    private void move(ObjectStatement.SetSchema move) {
        relation(move.name(), move.ifExists(), move.type()).ifPresent(relation -> {
            String schema = execution.names().schemas().require(move.schema()).name();
            QualifiedName moved = new QualifiedName(schema, relation.name().name());
            if (moved.equals(relation.name())) {
                return;
            }
            if (relation instanceof Sequence sequence && sequence.ownerTable() != 0) {
                String message = "cannot move an owned sequence into another schema";
                throw execution.reject(
                        SqlState.FEATURE_NOT_SUPPORTED, message, move.name().span());
            }
            if (execution.names().occupant(moved).isPresent()) {
                String message = "relation \"" + moved.name() + "\" already exists in schema \"" + schema + "\"";
                throw execution.reject(
                        SqlState.DUPLICATE_TABLE, message, move.name().span());
            }
            execution.add(new TableOperation.RenameRelation(relation, moved, move.span()));
            rename(relation, moved);
            moveParts(relation, schema);
        });
    }

    /** Its indexes and the sequences of its columns move with a table. */
    private void moveParts(Relation whole, String schema) {
        execution.catalog().usersOf(whole.oid()).toList().stream()
                .filter(part -> part instanceof Index index && index.table() == whole.oid()
                        || part instanceof Sequence sequence && sequence.ownerTable() == whole.oid())
                .forEach(part -> execution.put(
                        part.withName(new QualifiedName(schema, part.name().name()))));
    }
}
