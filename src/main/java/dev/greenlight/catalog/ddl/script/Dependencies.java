package dev.greenlight.catalog.ddl.script;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What has to be there before an object can be made: types, routines and relations. */
final class Dependencies {
    private final Catalog catalog;
    private final Wordings wordings;

    Dependencies(Wordings wordings) {
        this.catalog = wordings.catalog();
        this.wordings = wordings;
    }

    List<Object> of(Object object) {
        List<Object> needed = new ArrayList<>();
        switch (object) {
            case Type type -> add(type, needed);
            case Routine routine -> add(routine, needed);
            case Table table -> add(table, needed);
            case View view -> add(view, needed);
            case Wordings.Made made -> mentioned(made.text(), needed);
            default -> {}
        }
        needed.removeIf(other -> other == object);
        return needed;
    }

    private void add(Type type, List<Object> needed) {
        switch (type) {
            case Type.Enum ignored -> {}
            case Type.Composite composite -> composite.attributes().forEach(column -> add(column.type(), needed));
            case Type.Domain domain -> {
                add(domain.base(), needed);
                String checks = String.join(
                        " ",
                        wordings.domains().getOrDefault(domain.name(), Map.of()).values());
                mentioned(checks + " " + domain.defaultText(), needed);
            }
            case Type.Other other -> wordings.statement(other.origin()).ifPresent(text -> mentioned(text, needed));
        }
    }

    private void mentioned(String text, List<Object> needed) {
        new Mentioned(catalog, text).routines().forEach(needed::add);
    }

    private void add(Routine routine, List<Object> needed) {
        routine.arguments().forEach(argument -> add(argument.type(), needed));
        add(routine.returns(), needed);
        add(routine.needs(), needed);
        String text = wordings.statement(routine.origin()).orElse("");
        if (routine.kind().equals("aggregate")) {
            mentioned(text, needed);
        }
        int type = text.toLowerCase(Locale.ROOT).lastIndexOf("%type");
        if (type > 0) {
            new Mentioned(catalog, text.substring(0, type)).relations().forEach(needed::add);
        }
    }

    private void add(Table table, List<Object> needed) {
        table.parents().forEach(parent -> relation(parent, needed));
        if (table.ofType() != null) {
            type(table.ofType(), needed);
        }
        for (Column column : table.columns()) {
            add(column.type(), needed);
            if (column.defaultValue() != null) {
                add(column.defaultValue().needs(), needed);
                mentioned(column.defaultValue().text(), needed);
            }
        }
        for (TableConstraint constraint : table.constraints()) {
            if (constraint instanceof TableConstraint.Check check) {
                add(check.needs(), needed);
                mentioned(check.condition(), needed);
            }
        }
        String key = wordings.table(table.oid()).partitionBy();
        if (key != null) {
            mentioned(key, needed);
        }
    }

    private void add(View view, List<Object> needed) {
        add(view.needs(), needed);
        if (!view.complete()) {
            wordings.view(view.oid())
                    .map(words -> new Mentioned(catalog, words.query()))
                    .ifPresent(words -> {
                        words.relations()
                                .filter(relation -> relation.oid() < view.oid())
                                .forEach(needed::add);
                        words.routines().forEach(needed::add);
                    });
        }
    }

    private void add(Needs needs, List<Object> needed) {
        needs.relations().forEach(part -> relation(part.relation(), needed));
        needs.types().forEach(type -> type(type, needed));
        needs.routines().forEach(name -> needed.addAll(catalog.routines(name)));
    }

    private void add(DataType type, List<Object> needed) {
        if (type.isKnown() && !type.isBuiltIn()) {
            type(type.name(), needed);
        }
    }

    /** Rows of a relation have a type of its name. */
    private void type(QualifiedName name, List<Object> needed) {
        catalog.type(name).ifPresent(needed::add);
        catalog.relation(name).filter(Dependencies::hasRowType).ifPresent(needed::add);
    }

    private static boolean hasRowType(Relation relation) {
        return relation instanceof Table || relation instanceof View;
    }

    /** An index belongs to its table. */
    private void relation(long oid, List<Object> needed) {
        catalog.relation(oid).ifPresent(relation -> {
            if (relation instanceof Index index) {
                catalog.relation(index.table()).ifPresent(needed::add);
            } else if (!(relation instanceof Sequence sequence && sequence.identity())) {
                needed.add(relation);
            }
        });
    }
}
