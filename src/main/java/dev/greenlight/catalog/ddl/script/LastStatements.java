package dev.greenlight.catalog.ddl.script;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.ddl.Contents;
import dev.greenlight.catalog.ddl.SearchPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is made of tables and views once all of them are there. */
final class LastStatements {
    private final Wordings wordings;
    private final Catalog catalog;
    private final Contents contents;
    private final Left left;
    private final TableDdl tables;
    private final ConstraintDdl constraints;
    private final IndexDdl indexes;
    private final AttachmentDdl attachments;
    private final Consumer<Ddl> out;
    private final Consumer<String> lost;

    LastStatements(Wordings wordings, SearchPath path, Left left, Consumer<Ddl> out, Consumer<String> lost) {
        this.wordings = wordings;
        this.catalog = wordings.catalog();
        this.contents = new Contents(catalog);
        this.left = left;
        this.tables = new TableDdl(wordings, path);
        this.constraints = new ConstraintDdl(wordings, path);
        this.indexes = new IndexDdl(path);
        this.attachments = new AttachmentDdl(wordings);
        this.out = out;
        this.lost = lost;
    }

    void add() {
        tables().flatMap(table -> tables.unlogged(table).stream()).forEach(out);
        relations().forEach(this::indexes);
        tables().forEach(this::checks);
        byDepth(tables().toList()).forEach(this::foreignKeys);
        relations().forEach(this::attachments);
        tables().flatMap(table -> tables.afterwards(table).stream()).forEach(out);
        tables().flatMap(table -> tables.attached(table).stream()).forEach(out);
        relations().forEach(this::invalidIndexes);
    }

    private Stream<Relation> relations() {
        return contents.tables().stream()
                .filter(relation -> wordings.isMade(relation.origin()) && !left.contains(relation.oid()));
    }

    private Stream<Table> tables() {
        return relations().filter(Table.class::isInstance).map(Table.class::cast);
    }

    private void indexes(Relation relation) {
        for (Index index : contents.indexes(relation)) {
            if (!index.constraint() && (index.valid() || !isPartitioned(relation))) {
                index(relation, index);
            }
        }
    }

    private void index(Relation relation, Index index) {
        if (index.keys().isEmpty()) {
            lost.accept(IndexDdl.object(relation, index) + ": its definition is not known");
            return;
        }
        out.accept(indexes.of(relation, index));
        if (!index.valid() && !isPartitioned(relation)) {
            lost.accept(IndexDdl.object(relation, index) + ": it is not valid, and is made anew here");
        }
    }

    private static boolean isPartitioned(Relation relation) {
        return relation instanceof Table table && table.kind() == Table.Kind.PARTITIONED;
    }

    /** Of a partitioned table whose partitions do not all have one: it is not valid where those are there before. */
    private void invalidIndexes(Relation relation) {
        contents.indexes(relation).stream()
                .filter(index -> !index.valid() && !index.constraint() && isPartitioned(relation))
                .forEach(index -> index(relation, index));
    }

    private void checks(Table table) {
        table.constraints().stream()
                .filter(constraint -> constraint instanceof TableConstraint.Check && !constraint.validated())
                .filter(check -> !tables.isInherited(table, check))
                .forEach(check -> out.accept(constraints.of(table, check)));
    }

    /** Partitions before what they are parts of, so that they have theirs when they would be given one. */
    private List<Table> byDepth(List<Table> tables) {
        List<Table> sorted = new ArrayList<>(tables);
        sorted.sort(Comparator.comparing(table -> -depth(table)));
        return sorted;
    }

    private int depth(Table table) {
        return table.parents().stream()
                .flatMap(parent -> catalog.table(parent).stream())
                .mapToInt(parent -> depth(parent) + 1)
                .max()
                .orElse(0);
    }

    private void foreignKeys(Table table) {
        for (TableConstraint constraint : table.constraints()) {
            if (constraint instanceof TableConstraint.ForeignKey key) {
                foreignKey(table, key);
            }
        }
    }

    private void foreignKey(Table table, TableConstraint.ForeignKey key) {
        boolean known = !left.contains(key.referencedTable())
                && catalog.table(key.referencedTable())
                        .filter(referenced -> !key.referencedColumns().isEmpty())
                        .isPresent();
        if (known) {
            out.accept(constraints.of(table, key));
        } else {
            lost.accept(ConstraintDdl.object(table, key) + ": what it refers to is not known");
        }
    }

    private void attachments(Relation relation) {
        for (Table.Attachment attachment : relation.attachments()) {
            if (!attachment.inherited()) {
                attachments
                        .of(relation, attachment)
                        .ifPresentOrElse(
                                out,
                                () -> lost.accept(
                                        AttachmentDdl.object(relation, attachment) + ": its definition is not known"));
            }
        }
    }
}
