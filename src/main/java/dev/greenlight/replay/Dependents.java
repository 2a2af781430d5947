package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Extensions;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.postgres.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What depends directly on an object of a catalog (manual 5.15 and 52.18). Parts of a relation that go with it whatever
 * happens, such as a table's own constraints and triggers, are not listed for the relation itself.
 */
final class Dependents {
    private final Catalog catalog;
    private final PostgresVersion version;

    Dependents(Catalog catalog, PostgresVersion version) {
        this.catalog = catalog;
        this.version = version;
    }

    /**
     * An object that depends on another.
     *
     * @param automatic whether it goes even without CASCADE
     */
    record Dependent(ObjectAddress object, boolean automatic) {}

    List<Dependent> of(ObjectAddress address) {
        return switch (address) {
            case ObjectAddress.OfRelation relation -> ofRelation(relation.oid());
            case ObjectAddress.OfColumn column -> ofColumn(column.table(), column.number());
            case ObjectAddress.OfDefault ignored -> List.of();
            case ObjectAddress.OfConstraint constraint -> ofConstraint(constraint.table(), constraint.name());
            case ObjectAddress.OfAttachment attachment -> ofAttachment(attachment);
            case ObjectAddress.OfType type -> ofType(type.name());
            case ObjectAddress.OfAttribute ignored -> List.of();
            case ObjectAddress.OfRoutine routine -> ofRoutine(routine);
            case ObjectAddress.OfSchema schema -> ofSchema(schema.name());
            case ObjectAddress.OfExtension extension -> ofExtension(extension.name());
        };
    }

    private List<Dependent> ofRelation(long oid) {
        List<Dependent> found = new ArrayList<>();
        catalog.childrenOf(oid)
                .forEach(child ->
                        found.add(new Dependent(new ObjectAddress.OfRelation(child.oid()), child.partition())));
        ownedSequences(oid, sequence -> true).forEach(found::add);
        foreignKeys(oid, key -> key.referencedTable() == oid || key.referencedIndex() == oid)
                .forEach(found::add);
        partitionIndexes(oid).forEach(found::add);
        referencedThroughParents(oid).forEach(found::add);
        found.addAll(needing(catalog.usersOf(oid), needs -> needs.relation(oid)));
        catalog.relation(oid).ifPresent(relation -> found.addAll(rowTypeUsers(relation)));
        return found;
    }

    /** A foreign key that refers to a partitioned table refers to each partition (manual 5.12.2.3). */
    private Stream<Dependent> referencedThroughParents(long oid) {
        return catalog.table(oid).filter(Table::partition).stream()
                .flatMap(table -> table.parents().stream())
                .flatMap(parent -> Stream.concat(
                        foreignKeys(parent, key -> key.referencedTable() == parent), referencedThroughParents(parent)));
    }

    /** The indexes of partitions that are parts of an index, and the constraints that they serve. */
    private Stream<Dependent> partitionIndexes(long index) {
        return catalog.usersOf(index)
                .filter(Index.class::isInstance)
                .map(Index.class::cast)
                .filter(part -> part.parent() == index)
                .map(part -> new Dependent(
                        Removal.constraintOf(catalog, part).orElse(new ObjectAddress.OfRelation(part.oid())), true));
    }

    /** A table's or view's rows are a type of its name (manual CREATE TABLE). */
    private List<Dependent> rowTypeUsers(Relation relation) {
        return relation instanceof Table || relation instanceof View ? ofType(relation.name()) : List.of();
    }

    private List<Dependent> ofColumn(long oid, int number) {
        List<Dependent> found = new ArrayList<>();
        catalog.table(oid)
                .filter(table -> table.partitionKey().uses(number))
                .ifPresent(table -> found.add(new Dependent(new ObjectAddress.OfRelation(oid), false)));
        catalog.table(oid)
                .ifPresent(table -> table.constraints().stream()
                        .filter(constraint -> constraint.columns().contains(number))
                        .map(constraint -> new ObjectAddress.OfConstraint(oid, constraint.name()))
                        .forEach(constraint -> found.add(new Dependent(constraint, true))));
        catalog.indexesOf(oid)
                .filter(index -> index.needs().contains(number))
                .forEach(index -> found.add(new Dependent(new ObjectAddress.OfRelation(index.oid()), true)));
        ownedSequences(oid, sequence -> sequence.ownerColumn() == number).forEach(found::add);
        foreignKeys(
                        oid,
                        key -> key.referencedTable() == oid
                                && key.referencedColumns().contains(number))
                .forEach(found::add);
        needing(catalog.usersOf(oid), needs -> needs.column(oid, number)).stream()
                .map(dependent -> isGeneratedBefore15(dependent.object(), oid)
                        ? new Dependent(dependent.object(), true)
                        : dependent)
                .forEach(found::add);
        return found;
    }

    /** Then it goes with each column that it is made from. */
    private boolean isGeneratedBefore15(ObjectAddress object, long table) {
        return !version.isAtLeast(15) && object instanceof ObjectAddress.OfColumn column && column.table() == table;
    }

    private Stream<Dependent> ownedSequences(long table, Predicate<Sequence> which) {
        return catalog.usersOf(table)
                .filter(Sequence.class::isInstance)
                .map(Sequence.class::cast)
                .filter(sequence -> sequence.ownerTable() == table && which.test(sequence))
                .map(sequence -> new Dependent(new ObjectAddress.OfRelation(sequence.oid()), true));
    }

    private Stream<Dependent> foreignKeys(long referenced, Predicate<TableConstraint.ForeignKey> which) {
        return catalog.usersOf(referenced)
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .flatMap(table -> table.constraints().stream()
                        .filter(TableConstraint.ForeignKey.class::isInstance)
                        .map(TableConstraint.ForeignKey.class::cast)
                        .filter(which)
                        .map(key -> new Dependent(new ObjectAddress.OfConstraint(table.oid(), key.name()), false)));
    }

    /** The foreign keys that refer to a key depend on its index; so does, in our words, what groups by it. */
    private List<Dependent> ofConstraint(long oid, String name) {
        List<Dependent> found = new ArrayList<>();
        if (catalog.table(oid).flatMap(table -> table.constraint(name)).orElse(null)
                instanceof TableConstraint.Unique unique) {
            long index = unique.index();
            foreignKeys(index, key -> key.referencedIndex() == index).forEach(found::add);
            partitionIndexes(index).forEach(found::add);
            found.addAll(needing(catalog.usersOf(index), needs -> needs.relation(index)));
        }
        return found;
    }

    private List<Dependent> ofType(QualifiedName name) {
        Predicate<DataType> isIt = type -> type.name().equals(name);
        List<Dependent> found = new ArrayList<>();
        catalog.usersOfType(name)
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .forEach(table -> table.columns().stream()
                        .filter(column -> isIt.test(column.type()))
                        .map(column -> new ObjectAddress.OfColumn(table.oid(), column.number()))
                        .forEach(column -> found.add(new Dependent(column, false))));
        catalog.tables()
                .filter(table -> name.equals(table.ofType()))
                .forEach(table -> found.add(new Dependent(new ObjectAddress.OfRelation(table.oid()), false)));
        catalog.types().forEach(type -> found.addAll(typeParts(type, isIt)));
        found.addAll(needing(catalog.usersOfType(name), needs -> needs.types().contains(name)));
        if (catalog.type(name).orElse(null) instanceof Type.Other
                && catalog.type(TypeReplay.multirange(name)).orElse(null) instanceof Type.Other) {
            found.add(new Dependent(new ObjectAddress.OfType(TypeReplay.multirange(name)), true));
        }
        return found;
    }

    private static List<Dependent> typeParts(Type type, Predicate<DataType> isIt) {
        return switch (type) {
            case Type.Domain domain
            when isIt.test(domain.base()) -> List.of(new Dependent(new ObjectAddress.OfType(domain.name()), false));
            case Type.Composite composite ->
                composite.attributes().stream()
                        .filter(attribute -> isIt.test(attribute.type()))
                        .map(attribute -> new ObjectAddress.OfAttribute(composite.name(), attribute.name()))
                        .map(attribute -> new Dependent(attribute, false))
                        .toList();
            case Type.Domain ignored -> List.of();
            case Type.Enum ignored -> List.of();
            case Type.Other ignored -> List.of();
        };
    }

    /** Expressions name a routine without its parameters: one of several is not known to be the one that is meant. */
    private List<Dependent> ofRoutine(ObjectAddress.OfRoutine routine) {
        List<Dependent> found = new ArrayList<>();
        if (routine.parameters().isEmpty()) {
            catalog.relations()
                    .forEach(relation -> relation.attachments().stream()
                            .filter(attachment -> routine.name().equals(attachment.function()))
                            .forEach(attachment -> found.add(attached(relation, attachment))));
        }
        if (catalog.routines(routine.name()).size() <= 1) {
            Predicate<Needs> calls = needs -> needs.routines().contains(routine.name());
            found.addAll(needing(catalog.relations().stream(), calls));
        }
        return found;
    }

    /** A partition has its parent's triggers with it. */
    private List<Dependent> ofAttachment(ObjectAddress.OfAttachment attachment) {
        return catalog.table(attachment.table())
                .flatMap(table -> Attachments.find(table, attachment.type(), attachment.name()))
                .map(found -> ofPartitions(attachment, found))
                .orElse(List.of());
    }

    private List<Dependent> ofPartitions(ObjectAddress.OfAttachment address, Table.Attachment attachment) {
        return catalog.childrenOf(address.table())
                .flatMap(child -> child.attachments().stream()
                        .filter(own -> own.isOf(attachment))
                        .map(own -> new ObjectAddress.OfAttachment(child.oid(), own.type(), own.name())))
                .map(own -> new Dependent(own, true))
                .toList();
    }

    private List<Dependent> ofSchema(String schema) {
        List<Dependent> found = new ArrayList<>();
        catalog.relationsIn(schema)
                .filter(relation -> !(relation instanceof Index))
                .forEach(relation -> found.add(new Dependent(new ObjectAddress.OfRelation(relation.oid()), false)));
        catalog.types().stream()
                .map(Type::name)
                .filter(name -> name.schema().equals(schema))
                .forEach(name -> found.add(new Dependent(new ObjectAddress.OfType(name), false)));
        catalog.routines()
                .filter(routine -> routine.name().schema().equals(schema))
                .forEach(routine -> found.add(new Dependent(ObjectAddress.OfRoutine.of(routine), false)));
        return found;
    }

    /** What an extension brought goes with it; what calls its functions depends on it. */
    private List<Dependent> ofExtension(String name) {
        String schema = catalog.extension(name).orElse("");
        List<Dependent> found = new ArrayList<>();
        for (String other : catalog.extensions()) {
            if (Extensions.find(other)
                    .filter(it -> it.requires().contains(name))
                    .isPresent()) {
                found.add(new Dependent(new ObjectAddress.OfExtension(other), false));
            }
        }
        Extensions.find(name).ifPresent(extension -> {
            members(extension.types(), schema, catalog::type)
                    .map(Type::name)
                    .forEach(type -> found.add(new Dependent(new ObjectAddress.OfType(type), true)));
            members(extension.relations(), schema, catalog::relation)
                    .forEach(relation -> found.add(new Dependent(new ObjectAddress.OfRelation(relation.oid()), true)));
            found.addAll(needing(
                    catalog.relations().stream(),
                    needs -> needs.routines().stream()
                            .anyMatch(routine -> routine.schema().equals(schema)
                                    && extension.functions().containsKey(routine.name()))));
        });
        return found;
    }

    private static <T> Stream<T> members(Set<String> names, String schema, Function<QualifiedName, Optional<T>> find) {
        return names.stream().sorted().flatMap(name -> find.apply(new QualifiedName(schema, name)).stream());
    }

    /**
     * Everything whose expressions, query or signature needs something.
     *
     * @param relations those that may
     */
    private List<Dependent> needing(Stream<Relation> relations, Predicate<Needs> test) {
        List<Dependent> found = new ArrayList<>();
        relations.forEach(relation -> {
            switch (relation) {
                case Table table -> found.addAll(partsNeeding(table, test));
                case View view
                when test.test(view.needs()) ->
                    found.add(new Dependent(new ObjectAddress.OfRelation(view.oid()), false));
                case View view -> found.addAll(attachmentsNeeding(view, test));
                case Index index
                when test.test(index.expressions()) ->
                    found.add(new Dependent(new ObjectAddress.OfRelation(index.oid()), false));
                case Index ignored -> {}
                case Sequence ignored -> {}
            }
        });
        catalog.routines()
                .filter(routine -> test.test(routine.needs()))
                .forEach(routine -> found.add(new Dependent(ObjectAddress.OfRoutine.of(routine), false)));
        return found;
    }

    private static List<Dependent> partsNeeding(Table table, Predicate<Needs> test) {
        List<Dependent> found = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.defaultValue() != null && test.test(column.defaultValue().needs())) {
                found.add(new Dependent(valued(table, column), false));
            }
        }
        for (TableConstraint constraint : table.constraints()) {
            if (constraint instanceof TableConstraint.Check check && test.test(check.needs())) {
                found.add(new Dependent(new ObjectAddress.OfConstraint(table.oid(), check.name()), false));
            }
        }
        if (test.test(table.partitionKey().needs())) {
            found.add(new Dependent(new ObjectAddress.OfRelation(table.oid()), false));
        }
        found.addAll(attachmentsNeeding(table, test));
        return found;
    }

    private static List<Dependent> attachmentsNeeding(Relation relation, Predicate<Needs> test) {
        return relation.attachments().stream()
                .filter(attachment -> test.test(attachment.needs()))
                .map(attachment -> attached(relation, attachment))
                .toList();
    }

    /** A generated column cannot be without its expression. */
    private static ObjectAddress valued(Table table, Column column) {
        return column.generated() == null
                ? new ObjectAddress.OfDefault(table.oid(), column.number())
                : new ObjectAddress.OfColumn(table.oid(), column.number());
    }

    private static Dependent attached(Relation relation, Table.Attachment attachment) {
        return new Dependent(
                new ObjectAddress.OfAttachment(relation.oid(), attachment.type(), attachment.name()), false);
    }
}
