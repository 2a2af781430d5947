package dev.greenlight.replay;

import dev.greenlight.catalog.NamedObject;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.DropBehavior;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs DROP of every kind: all targets are found first, then they go together (manual 5.15). */
final class DropReplay {
    private final Execution execution;
    private final ObjectStatement.Drop drop;

    private DropReplay(Execution execution, ObjectStatement.Drop drop) {
        this.execution = execution;
        this.drop = drop;
    }

    static void apply(ObjectStatement.Drop drop, Execution execution) {
        new DropReplay(execution, drop).apply();
    }

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(ObjectStatement.Drop drop, Execution execution) {
        List<String> names =
                drop.targets().stream().map(target -> target.name().name()).toList();
        execution.doubt(Doubt.ofGone(names));
    }

    private void apply() {
        switch (drop.type()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX -> {
                requireConcurrentlyAlone();
                dropEach(new DroppedRelations(execution, drop)::find);
            }
            case TYPE, DOMAIN -> dropEach(new DroppedTypes(execution, drop)::find);
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> dropEach(this::routine);
            case SCHEMA -> dropEach(this::schema);
            case EXTENSION -> dropEach(this::extension);
            case TRIGGER, RULE, POLICY -> dropEach(this::attachment);
            case ROLE -> {
                new Roles(execution).drop(drop);
                describe();
            }
            default -> {
                Optional<NamedObject.Kind> kind = NamedObjects.kind(drop.type());
                kind.ifPresentOrElse(this::dropObjects, this::describe);
            }
        }
    }

    /** Of these only wrappers and servers have something that depends on them and is known: servers and mappings. */
    private void dropObject(NamedObject object, NamedObjects objects) {
        List<NamedObject> dependents = execution.catalog().objects().stream()
                .filter(other -> NamedObjects.needs(other, object))
                .toList();
        if (!dependents.isEmpty() && drop.behavior() == DropBehavior.RESTRICT) {
            String message = "cannot drop " + drop.type().lowerCaseWords() + " "
                    + object.name().name() + " because other objects depend on it";
            throw execution.reject(SqlState.DEPENDENT_OBJECTS_STILL_EXIST, message, drop.span());
        }
        dependents.forEach(dependent -> dropObject(dependent, objects));
        objects.remove(object);
    }

    private void dropObjects(NamedObject.Kind kind) {
        NamedObjects objects = new NamedObjects(execution);
        List<NamedObject> found = new ArrayList<>();
        boolean any = false;
        for (ObjectStatement.DropTarget target : drop.targets()) {
            String within = target.on() == null ? null : target.on().name();
            Optional<NamedObject> there = kind == NamedObject.Kind.USER_MAPPING
                    ? objects.mapping(target.name().name())
                    : objects.find(kind, target.name(), within);
            any |= there.isPresent() || !drop.ifExists();
            if (there.isEmpty() && !drop.ifExists()) {
                objects.require(kind, target.name(), within);
            }
            there.ifPresent(found::add);
        }
        doubtTables();
        if (!any) {
            execution.skip(null);
            return;
        }
        List<Relation> relations =
                found.stream().flatMap(this::relations).distinct().toList();
        found.forEach(object -> dropObject(object, objects));
        execution.add(new ObjectOperation.Describe(drop, relations, drop.span()));
    }

    /** What statistics are about; what a publication tells of is let be. */
    private Stream<Relation> relations(NamedObject object) {
        return object.kind() == NamedObject.Kind.STATISTICS
                ? object.parts().stream()
                        .filter(part -> !part.contains(" column "))
                        .flatMap(part -> NamedObjects.relation(part).stream())
                        .flatMap(oid -> execution.catalog().relation(oid).stream())
                : Stream.empty();
    }

    /** What a target stands for: nothing where IF EXISTS passes over it, no address where it is there but unknown. */
    record Found(List<ObjectAddress> addresses) {
        static final Found UNKNOWN = new Found(List.of());

        static Found of(ObjectAddress address) {
            return new Found(List.of(address));
        }
    }

    private interface Finder {
        Optional<Found> find(ObjectStatement.DropTarget target);
    }

    private void dropEach(Finder finder) {
        List<ObjectAddress> addresses = new ArrayList<>();
        boolean any = false;
        for (ObjectStatement.DropTarget target : drop.targets()) {
            Optional<Found> found = finder.find(target);
            any |= found.isPresent();
            found.ifPresent(there -> addresses.addAll(there.addresses()));
        }
        if (!any) {
            execution.skip(null);
            return;
        }
        new Dropping(execution, drop.targets().getFirst().span(), drop.concurrently()).drop(addresses, drop.behavior());
    }

    /** Manual DROP INDEX. */
    private void requireConcurrentlyAlone() {
        if (!drop.concurrently()) {
            return;
        }
        if (drop.targets().size() > 1) {
            String message = "DROP INDEX CONCURRENTLY does not support dropping multiple objects";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, drop.span());
        }
        if (drop.behavior() == DropBehavior.CASCADE) {
            String message = "DROP INDEX CONCURRENTLY does not support CASCADE";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, drop.span());
        }
    }

    /** Behind IF EXISTS a missing type of a parameter is passed over too. */
    private Optional<Found> routine(ObjectStatement.DropTarget target) {
        Routines routines = new Routines(execution);
        if (!drop.ifExists()) {
            Optional<Routine> found = routines.require(drop.type(), target.name(), target.parameters(), target.span());
            return Optional.of(found.map(DropReplay::address).orElse(Found.UNKNOWN));
        }
        try {
            return routines.find(drop.type(), target.name(), target.parameters(), target.span())
                    .map(DropReplay::address);
        } catch (Rejected rejected) {
            if (rejected.error().missing() == null) {
                throw rejected;
            }
            return Optional.empty();
        }
    }

    private static Found address(Routine routine) {
        return Found.of(ObjectAddress.OfRoutine.of(routine));
    }

    private Optional<Found> schema(ObjectStatement.DropTarget target) {
        Schemas schemas = execution.names().schemas();
        String name = target.name().name();
        if (drop.ifExists() && !schemas.exists(name)) {
            return Optional.empty();
        }
        schemas.require(target.name().parts().getLast());
        return Optional.of(Found.of(new ObjectAddress.OfSchema(name)));
    }

    private Optional<Found> extension(ObjectStatement.DropTarget target) {
        String name = target.name().name();
        boolean installed = execution.catalog().extension(name).isPresent();
        if (!installed && drop.ifExists()) {
            return Optional.empty();
        }
        new ExtensionReplay(execution).require(target.name().parts().getLast());
        return Optional.of(Found.of(new ObjectAddress.OfExtension(name)));
    }

    private Optional<Found> attachment(ObjectStatement.DropTarget target) {
        if (target.on() == null) {
            return Optional.of(Found.UNKNOWN);
        }
        Table.Attachment.Type type = Attachments.attachmentType(drop.type()).orElseThrow();
        Optional<Relation> relation = drop.ifExists()
                ? execution.names().relationIfExists(target.on(), ObjectType.TABLE)
                : Optional.of(execution.names().relation(target.on(), ObjectType.TABLE));
        if (relation.isEmpty()) {
            return Optional.empty();
        }
        String name = target.name().name();
        Attachments attachments = new Attachments(execution);
        if (Attachments.find(relation.get(), type, name).isEmpty() && drop.ifExists()) {
            return Optional.empty();
        }
        Optional<Table.Attachment> found =
                attachments.require(relation.get(), type, target.name().parts().getLast());
        if (found.isEmpty()) {
            Table.Attachment unseen = new Table.Attachment(type, name, true, false, null, Needs.NOTHING, null);
            execution.add(new ObjectOperation.DropAttachment(relation.get(), unseen, false, target.span()));
            return Optional.of(Found.UNKNOWN);
        }
        requireOwn(relation.get(), found.get(), target);
        return Optional.of(
                Found.of(new ObjectAddress.OfAttachment(relation.get().oid(), type, name)));
    }

    /** What a partition has of its parent goes with that alone. */
    private void requireOwn(Relation relation, Table.Attachment attachment, ObjectStatement.DropTarget target) {
        if (!attachment.inherited() || !(relation instanceof Table table)) {
            return;
        }
        String words = attachment.type().words() + " " + attachment.name() + " on table ";
        String parent = execution
                .catalog()
                .table(table.parents().getFirst())
                .map(found -> found.name().display())
                .orElse("");
        String message =
                "cannot drop " + words + table.name().display() + " because " + words + parent + " requires it";
        throw execution.reject(SqlState.DEPENDENT_OBJECTS_STILL_EXIST, message, target.span());
    }

    /** With a foreign server its tables go, but the history does not show which those are. */
    private void doubtTables() {
        boolean takesTables = drop.behavior() == DropBehavior.CASCADE
                && (drop.type() == ObjectType.SERVER || drop.type() == ObjectType.FOREIGN_DATA_WRAPPER);
        if (takesTables) {
            execution.doubt(Doubt.ofGone(execution
                    .catalog()
                    .tables()
                    .filter(table -> table.kind() == Table.Kind.FOREIGN)
                    .map(table -> table.name().name())
                    .toList()));
        }
    }

    /** Objects that are not modelled. */
    private void describe() {
        execution.add(new ObjectOperation.Describe(drop, List.of(), drop.span()));
    }
}
