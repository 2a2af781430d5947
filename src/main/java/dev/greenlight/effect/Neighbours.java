package dev.greenlight.effect;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.Step;
import dev.greenlight.sql.TableStatement;
import java.util.Optional;
import java.util.stream.Stream;

/** The relations that are locked along with one, as the catalog before a step knows them. */
final class Neighbours {
    private final Catalog before;
    private final Catalog after;
    private final PostgresVersion version;
    private final boolean only;

    Neighbours(Step step, Server server) {
        this.version = server.version();
        this.only = step.statement() instanceof TableStatement.AlterTable alter && alter.only();
        this.before = step.before();
        this.after = step.after();
    }

    /** The table and all that inherit from it, at any depth. */
    Stream<Table> family(Table table) {
        return Stream.concat(Stream.of(table), descendants(table));
    }

    Stream<Table> family(Table table, boolean only) {
        return only ? Stream.of(table) : family(table);
    }

    /** A table with its family; anything else by itself. */
    Stream<Relation> family(Relation relation) {
        return relation instanceof Table table ? family(table).map(Relation.class::cast) : Stream.of(relation);
    }

    /** The family of a table that loses something which is inherited. With ONLY direct children are told to keep it. */
    Stream<Table> told(Table table) {
        return only ? Stream.concat(Stream.of(table), children(table)) : family(table);
    }

    Stream<Table> descendants(Table table) {
        return before.childrenOf(table.oid()).flatMap(this::family);
    }

    /** The table, and if it is partitioned its partitions, at any depth. */
    Stream<Table> partitions(Table table) {
        return family(table, table.kind() != Table.Kind.PARTITIONED);
    }

    Stream<Table> children(Table table) {
        return before.childrenOf(table.oid());
    }

    /** The tables that it inherits from, at any depth. */
    Stream<Table> ancestors(Table table) {
        return parents(table).flatMap(parent -> Stream.concat(Stream.of(parent), ancestors(parent)));
    }

    Stream<Table> parents(Table table) {
        return table.parents().stream().flatMap(parent -> before.table(parent).stream());
    }

    Stream<Table> defaultPartitionOf(Table parent) {
        return before.childrenOf(parent.oid()).filter(Table::defaultPartition);
    }

    Stream<Index> indexes(Relation relation) {
        return before.indexesOf(relation.oid());
    }

    Stream<Index> indexes(Stream<? extends Relation> relations) {
        return relations.flatMap(this::indexes);
    }

    /** Those that are locked to plan a query on the relations: before 16 not those of partitioned tables. */
    Stream<Index> plannedIndexes(Stream<? extends Relation> relations) {
        return version.isAtLeast(16) ? indexes(relations) : filledIndexes(relations);
    }

    /** Those of the tables that have rows of their own, which partitioned tables do not. */
    Stream<Index> filledIndexes(Stream<? extends Relation> relations) {
        return indexes(relations.filter(
                relation -> !(relation instanceof Table table) || table.kind() == Table.Kind.ORDINARY));
    }

    /** The indexes of the tables that the column of that name is a part of. */
    Stream<Index> indexesOn(Stream<Table> tables, String column) {
        return tables.flatMap(table -> table.column(column).map(Column::number).stream()
                .flatMap(number -> indexes(table).filter(index -> index.needs().contains(number))));
    }

    /** Those that the step drops. */
    Stream<Index> droppedIndexes(Stream<Table> tables) {
        return indexes(tables).filter(index -> after.relation(index.oid()).isEmpty());
    }

    /** Whether the step gives the table an index that others do not make for themselves. */
    boolean getsIndex(Table table) {
        return after.indexesOf(table.oid())
                .anyMatch(index -> before.relation(index.oid()).isEmpty());
    }

    /** The indexes of partitions, at any depth, that this one is made of. */
    Stream<Index> partitionIndexes(Index index) {
        return before.usersOf(index.oid())
                .filter(Index.class::isInstance)
                .map(Index.class::cast)
                .filter(part -> part.parent() == index.oid())
                .flatMap(part -> Stream.concat(Stream.of(part), partitionIndexes(part)));
    }

    /** Those that the step makes part of an index of their partitioned table. */
    Stream<Index> adoptedIndexes(Stream<Table> tables) {
        return indexes(tables)
                .filter(index -> index.parent() == 0
                        && later(index).orElse(index) instanceof Index later
                        && later.parent() != 0);
    }

    /** The index of that name that belongs to the relation. */
    Stream<Index> index(Relation relation, String name) {
        return before.relation(new QualifiedName(relation.name().schema(), name)).stream()
                .filter(Index.class::isInstance)
                .map(Index.class::cast);
    }

    Stream<Sequence> ownedSequences(Relation table) {
        return before.usersOf(table.oid())
                .filter(Sequence.class::isInstance)
                .map(Sequence.class::cast)
                .filter(sequence -> sequence.ownerTable() == table.oid());
    }

    Stream<Sequence> ownedSequences(Table table, Column column) {
        return ownedSequences(table).filter(sequence -> sequence.ownerColumn() == column.number());
    }

    /** The sequences that a default names and that are locked to note that. */
    Stream<Sequence> notedSequences(Column.Value value) {
        return relations(value.needs()).filter(Sequence.class::isInstance).map(Sequence.class::cast);
    }

    /** The sequences that a default names. */
    Stream<Sequence> sequences(Column.Value value) {
        return needed(value.needs()).filter(Sequence.class::isInstance).map(Sequence.class::cast);
    }

    Stream<Relation> relation(long oid) {
        return before.relation(oid).stream();
    }

    private Stream<Relation> needed(Needs needs) {
        return needs.relations().stream().map(Needs.Part::relation).distinct().flatMap(this::relation);
    }

    /**
     * Those that are locked to note that something depends on them: not the indexes of keys, and before 14 no sequences.
     */
    Stream<Relation> relations(Needs needs) {
        return needed(needs)
                .filter(relation -> version.isAtLeast(14) || !(relation instanceof Sequence))
                .filter(relation -> !(relation instanceof Index));
    }

    /** A relation, and of a view what it stands on, at any depth. */
    Stream<Relation> underlying(Relation relation) {
        return relation instanceof View view && !view.materialized()
                ? Stream.concat(Stream.of(view), relations(view.needs()).flatMap(this::underlying))
                : Stream.of(relation);
    }

    Stream<TableConstraint.ForeignKey> foreignKeys(Table table) {
        return table.constraints().stream()
                .filter(TableConstraint.ForeignKey.class::isInstance)
                .map(TableConstraint.ForeignKey.class::cast);
    }

    /** The table that a foreign key refers to, with its partitions. */
    Stream<Table> referenced(TableConstraint.ForeignKey key) {
        return before.table(key.referencedTable()).stream().flatMap(this::partitions);
    }

    /** The tables that have the triggers of a foreign key which refers to them: before 15 no partitioned ones. */
    Stream<Table> triggeredBy(TableConstraint.ForeignKey key) {
        return referenced(key).filter(table -> version.isAtLeast(15) || table.kind() != Table.Kind.PARTITIONED);
    }

    /** The tables whose rows are compared to validate a foreign key. */
    Stream<Table> bothSides(Table table, TableConstraint.ForeignKey key) {
        return Stream.concat(partitions(table), referenced(key));
    }

    /** The index that a foreign key refers to, with those of the partitions; before 14 they are not locked for it. */
    Stream<Index> referencedIndexes(TableConstraint.ForeignKey key) {
        return !version.isAtLeast(14)
                ? Stream.empty()
                : relation(key.referencedIndex())
                        .filter(Index.class::isInstance)
                        .map(Index.class::cast)
                        .flatMap(index -> Stream.concat(Stream.of(index), partitionIndexes(index)));
    }

    /** A foreign key and the table that has it. */
    record Referencing(Table table, TableConstraint.ForeignKey key) {}

    /** The foreign keys that refer to a table. */
    Stream<Referencing> referencing(Table table) {
        return before.usersOf(table.oid())
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .flatMap(other -> foreignKeys(other)
                        .filter(key -> key.referencedTable() == table.oid())
                        .map(key -> new Referencing(other, key)));
    }

    Optional<Relation> later(Relation relation) {
        return after.relation(relation.oid());
    }
}
