package dev.greenlight.effect;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.replay.Step;
import dev.greenlight.sql.TableStatement.AlterTable;
import java.util.stream.Stream;

/** The relations that are locked along with one, as the catalog before a step knows them. */
final class Neighbours {
    private final Catalog catalog;
    private final boolean only;

    Neighbours(Step step) {
        this.catalog = step.before();
        this.only = step.statement() instanceof AlterTable alter && alter.only();
    }

    /** The table and all that inherit from it, at any depth, unless the statement says ONLY. */
    Stream<Table> family(Table table) {
        return only ? Stream.of(table) : Stream.concat(Stream.of(table), descendants(table));
    }

    Stream<Table> descendants(Table table) {
        return catalog.childrenOf(table.oid()).flatMap(child -> Stream.concat(Stream.of(child), descendants(child)));
    }

    Stream<Table> parents(Table table) {
        return table.parents().stream().flatMap(parent -> catalog.table(parent).stream());
    }

    Stream<Table> defaultPartitionOf(Table parent) {
        return catalog.childrenOf(parent.oid()).filter(Table::defaultPartition);
    }

    Stream<Index> indexes(Table table) {
        return catalog.indexesOf(table.oid());
    }

    Stream<Sequence> ownedSequences(Table table) {
        return catalog.relations().stream()
                .filter(Sequence.class::isInstance)
                .map(Sequence.class::cast)
                .filter(sequence -> sequence.ownerTable() == table.oid());
    }

    Stream<Relation> relation(long oid) {
        return catalog.relation(oid).stream();
    }

    /** The tables that a table's foreign keys refer to. */
    Stream<Relation> referenced(Table table) {
        return table.constraints().stream()
                .filter(TableConstraint.ForeignKey.class::isInstance)
                .map(TableConstraint.ForeignKey.class::cast)
                .flatMap(key -> relation(key.referencedTable()));
    }
}
