package dev.greenlight.catalog;

import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The other objects that a relation names, so that they can be asked who names them: what an index, a foreign key, an
 * inheriting table, an owned sequence, a view, a default needs.
 *
 * @param types those that are not built in
 * @param constraints the names of its constraints, with its schema
 */
record Mentions(Set<Long> relations, Set<QualifiedName> types, Set<QualifiedName> constraints) {
    static final Mentions NONE = new Mentions(Set.of(), Set.of(), Set.of());

    static Mentions of(@Nullable Relation relation) {
        if (relation == null) {
            return NONE;
        }
        Mentions mentions = new Mentions(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        switch (relation) {
            case Table table -> mentions.add(table);
            case Index index -> {
                mentions.relations.add(index.table());
                mentions.relations.add(index.parent());
                mentions.add(index.expressions());
            }
            case View view -> mentions.add(view.needs());
            case Sequence sequence -> mentions.relations.add(sequence.ownerTable());
        }
        relation.attachments().forEach(attachment -> mentions.add(attachment.needs()));
        mentions.relations.remove(0L);
        return mentions;
    }

    private void add(Table table) {
        relations.addAll(table.parents());
        add(table.partitionKey().needs());
        for (Column column : table.columns()) {
            add(column.type());
            if (column.defaultValue() != null) {
                add(column.defaultValue().needs());
            }
        }
        for (TableConstraint constraint : table.constraints()) {
            constraints.add(new QualifiedName(table.name().schema(), constraint.name()));
            add(constraint);
        }
    }

    private void add(TableConstraint constraint) {
        switch (constraint) {
            case TableConstraint.Check check -> add(check.needs());
            case TableConstraint.ForeignKey key -> {
                relations.add(key.referencedTable());
                relations.add(key.referencedIndex());
            }
            case TableConstraint.Unique unique -> relations.add(unique.index());
            case TableConstraint.Exclusion exclusion -> relations.add(exclusion.index());
        }
    }

    private void add(DataType type) {
        if (type.isKnown() && !type.isBuiltIn()) {
            types.add(type.name());
        }
    }

    private void add(Needs needs) {
        needs.relations().forEach(part -> relations.add(part.relation()));
        types.addAll(needs.types());
    }
}
