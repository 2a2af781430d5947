package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A name that an operation takes away, under which code may look for something, or what changes under a name.
 *
 * @param relation the table or view that it is or that it is a column of; 0 for what is none
 * @param name its own
 * @param words what code that uses it has in it
 * @param display what people call it
 * @param called its full name where it is a routine
 * @param typed whether it is still there and of another type, which is no longer what code makes of it
 */
record Removed(
        long relation,
        String name,
        List<String> words,
        String display,
        @Nullable QualifiedName called,
        boolean typed) {
    /** What says that types do not go together. */
    private static final Set<SqlState> OF_TYPES = Set.of(
            SqlState.UNDEFINED_FUNCTION,
            SqlState.AMBIGUOUS_FUNCTION,
            SqlState.DATATYPE_MISMATCH,
            SqlState.CANNOT_COERCE,
            SqlState.INVALID_FUNCTION_DEFINITION);

    static Optional<Removed> by(Operation operation) {
        return switch (operation) {
            case TableOperation table -> by(table);
            case ColumnOperation column -> by(column);
            case ObjectOperation object -> by(object);
            case ConstraintOperation ignored -> Optional.empty();
            case IndexOperation ignored -> Optional.empty();
            case DataOperation ignored -> Optional.empty();
        };
    }

    private static Optional<Removed> by(TableOperation operation) {
        return switch (operation) {
            case TableOperation.DropTable drop -> Optional.of(of(drop.table()));
            case TableOperation.RenameRelation rename -> Optional.of(of(rename.relation()));
            case TableOperation.CreateTable ignored -> Optional.empty();
            case TableOperation.Truncate ignored -> Optional.empty();
            case TableOperation.LockRelation ignored -> Optional.empty();
            case TableOperation.ChangeTable ignored -> Optional.empty();
            case TableOperation.Inherit ignored -> Optional.empty();
            case TableOperation.AttachPartition ignored -> Optional.empty();
            case TableOperation.DetachPartition ignored -> Optional.empty();
        };
    }

    private static Optional<Removed> by(ColumnOperation operation) {
        return switch (operation) {
            case ColumnOperation.DropColumn drop ->
                Optional.of(of(drop.table(), drop.column().name()));
            case ColumnOperation.RenameColumn rename -> Optional.of(of(rename.relation(), rename.column()));
            case ColumnOperation.AddColumn add ->
                Optional.of(changed(add.table(), add.table().name().display()));
            case ColumnOperation.ChangeColumnType change ->
                Optional.of(retyped(change.table(), change.column().name()));
            case ColumnOperation.ChangeDefault ignored -> Optional.empty();
            case ColumnOperation.SetNotNull ignored -> Optional.empty();
            case ColumnOperation.DropNotNull ignored -> Optional.empty();
            case ColumnOperation.ChangeIdentity ignored -> Optional.empty();
            case ColumnOperation.ChangeExpression ignored -> Optional.empty();
        };
    }

    private static Optional<Removed> by(ObjectOperation operation) {
        return switch (operation) {
            case ObjectOperation.DropView drop -> Optional.of(of(drop.view()));
            case ObjectOperation.DropSequence drop -> Optional.of(of(drop.sequence()));
            case ObjectOperation.DropType drop -> Optional.of(of(drop.type().name()));
            case ObjectOperation.RenameType rename ->
                Optional.of(of(rename.type().name()));
            case ObjectOperation.DropRoutine drop -> Optional.of(of(drop.routine()));
            case ObjectOperation.RenameRoutine rename -> Optional.of(of(rename.routine()));
            case ObjectOperation.RenameSchema rename ->
                Optional.of(ofSchema(rename.schema().name()));
            case ObjectOperation.DropSchema ignored -> Optional.empty();
            case ObjectOperation.CreateView ignored -> Optional.empty();
            case ObjectOperation.RefreshMaterializedView ignored -> Optional.empty();
            case ObjectOperation.CreateSequence ignored -> Optional.empty();
            case ObjectOperation.ChangeSequence ignored -> Optional.empty();
            case ObjectOperation.CreateType ignored -> Optional.empty();
            case ObjectOperation.AddEnumValue ignored -> Optional.empty();
            case ObjectOperation.RenameEnumValue ignored -> Optional.empty();
            case ObjectOperation.ChangeDomain ignored -> Optional.empty();
            case ObjectOperation.ChangeComposite ignored -> Optional.empty();
            case ObjectOperation.CreateRoutine ignored -> Optional.empty();
            case ObjectOperation.CreateAttachment ignored -> Optional.empty();
            case ObjectOperation.ChangeAttachment ignored -> Optional.empty();
            case ObjectOperation.DropAttachment ignored -> Optional.empty();
            case ObjectOperation.CreateSchema ignored -> Optional.empty();
            case ObjectOperation.CreateExtension ignored -> Optional.empty();
            case ObjectOperation.DropExtension ignored -> Optional.empty();
            case ObjectOperation.Describe ignored -> Optional.empty();
        };
    }

    private static Removed of(Relation relation) {
        QualifiedName name = relation.name();
        return new Removed(relation.oid(), name.name(), List.of(name.name()), name.display(), null, false);
    }

    private static Removed of(Relation relation, String column) {
        QualifiedName name = relation.name();
        return new Removed(relation.oid(), column, List.of(column, name.name()), name.display() + "." + column, null, false);
    }

    /** The rows that a query of it gives, as {@code RETURN QUERY} has to give them. */
    private static Removed changed(Relation relation, String missed) {
        QualifiedName name = relation.name();
        return new Removed(relation.oid(), missed, List.of("return", "query", name.name()), name.display(), null, false);
    }

    /** What code does with it, by whatever name: a row of it, a star. */
    private static Removed retyped(Relation relation, String column) {
        QualifiedName name = relation.name();
        String display = name.display() + "." + column;
        return new Removed(relation.oid(), column, List.of(name.name()), display, null, true);
    }

    private static Removed of(QualifiedName name) {
        return new Removed(0, name.name(), List.of(name.name()), name.display(), null, false);
    }

    private static Removed of(Routine routine) {
        QualifiedName name = routine.name();
        return new Removed(0, name.name(), List.of(name.name()), name.display() + "()", name, false);
    }

    private static Removed ofSchema(String name) {
        return new Removed(0, name, List.of(name), name, null, false);
    }

    /** Whether it is this that an error says is missing. */
    boolean isMissedBy(SqlError error) {
        if (typed && OF_TYPES.contains(error.state())) {
            return true;
        }
        String message = error.message();
        for (int at = message.indexOf(name); at >= 0; at = message.indexOf(name, at + 1)) {
            if (isEnd(message, at - 1) && isEnd(message, at + name.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEnd(String text, int index) {
        return index < 0 || index >= text.length() || !Character.isUnicodeIdentifierPart(text.charAt(index));
    }
}
