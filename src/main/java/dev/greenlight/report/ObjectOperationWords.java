package dev.greenlight.report;

import static dev.greenlight.report.OperationWords.name;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.ObjectOperation;
import java.util.stream.Collectors;

/** {@link OperationWords} of what is done to neither a table nor part of one. */
final class ObjectOperationWords {
    private ObjectOperationWords() {}

    static String of(ObjectOperation operation) {
        return switch (operation) {
            case ObjectOperation.CreateView create ->
                (create.replaced() == null ? "makes " : "replaces ") + OperationWords.named(create.view());
            case ObjectOperation.DropView drop -> "drops " + OperationWords.named(drop.view());
            case ObjectOperation.RefreshMaterializedView refresh -> "refreshes " + OperationWords.named(refresh.view());
            case ObjectOperation.CreateSequence create -> "makes " + OperationWords.named(create.sequence());
            case ObjectOperation.ChangeSequence change -> "changes " + OperationWords.named(change.sequence());
            case ObjectOperation.DropSequence drop -> "drops " + OperationWords.named(drop.sequence());
            case ObjectOperation.CreateType create -> "makes " + type(create.type());
            case ObjectOperation.DropType drop -> "drops " + type(drop.type());
            case ObjectOperation.RenameType rename ->
                "renames " + type(rename.type()) + " to " + rename.newName().display();
            case ObjectOperation.AddEnumValue add -> "adds value '" + add.label() + "' to " + type(add.type());
            case ObjectOperation.RenameEnumValue rename ->
                "renames value '" + rename.label() + "' of " + type(rename.type()) + " to '" + rename.newLabel() + "'";
            case ObjectOperation.ChangeDomain change -> "changes " + type(change.type());
            case ObjectOperation.ChangeComposite change -> "changes " + type(change.type());
            case ObjectOperation.CreateRoutine create ->
                (create.replaced() == null ? "makes " : "replaces ") + routine(create.routine());
            case ObjectOperation.RenameRoutine rename ->
                "renames " + routine(rename.routine()) + " to "
                        + rename.newName().display();
            case ObjectOperation.DropRoutine drop -> "drops " + routine(drop.routine());
            case ObjectOperation.CreateAttachment create ->
                (create.replaced() ? "replaces " : "makes ") + attachment(create.relation(), create.attachment());
            case ObjectOperation.ChangeAttachment change ->
                "changes " + attachment(change.relation(), change.attachment());
            case ObjectOperation.DropAttachment drop -> "drops " + attachment(drop.relation(), drop.attachment());
            case ObjectOperation.CreateSchema create ->
                "makes schema " + create.schema().name();
            case ObjectOperation.DropSchema drop ->
                "drops schema " + drop.schema().name();
            case ObjectOperation.RenameSchema rename ->
                "renames schema " + rename.schema().name() + " to " + rename.newName();
            case ObjectOperation.CreateExtension create -> "installs extension " + create.name();
            case ObjectOperation.DropExtension drop -> "drops extension " + drop.name();
            case ObjectOperation.Describe describe ->
                describe.relations().isEmpty()
                        ? "changes what is told of the database"
                        : "changes what is told of "
                                + describe.relations().stream()
                                        .map(OperationWords::name)
                                        .distinct()
                                        .collect(Collectors.joining(", "));
        };
    }

    private static String type(Type type) {
        String kind = type instanceof Type.Domain ? "domain " : "type ";
        return kind + type.name().display();
    }

    private static String routine(Routine routine) {
        return routine.kind() + " " + routine.name().display()
                + routine.parameters().stream().map(DataType::display).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String attachment(Relation relation, Table.Attachment attachment) {
        return attachment.type().words() + " " + attachment.name() + " of " + name(relation);
    }
}
