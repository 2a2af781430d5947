package dev.greenlight.replay;

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
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Gives types and routines other names, wherever a catalog has them: PostgreSQL knows them by number, so what uses them
 * follows by itself. Relations are not renamed here.
 *
 * @param types the new name for each type's name
 * @param routines the new name for each routine's name
 */
record Renaming(UnaryOperator<QualifiedName> types, UnaryOperator<QualifiedName> routines)
        implements UnaryOperator<Catalog> {
    static Renaming ofType(QualifiedName old, QualifiedName renamed) {
        return new Renaming(name -> name.equals(old) ? renamed : name, name -> name);
    }

    @Override
    public Catalog apply(Catalog catalog) {
        Catalog result = catalog;
        for (Relation relation : catalog.relations()) {
            Relation renamed = relation(relation);
            result = renamed.equals(relation) ? result : result.with(renamed);
        }
        for (Type type : catalog.types()) {
            Type renamed = type(type);
            result = renamed.equals(type)
                    ? result
                    : result.withoutType(type.name()).with(renamed);
        }
        for (Routine routine : catalog.routines().toList()) {
            Routine renamed = routine(routine);
            result = renamed.equals(routine) ? result : result.without(routine).with(renamed);
        }
        return result;
    }

    private Relation relation(Relation relation) {
        return switch (relation) {
            case Table table -> table(table);
            case View view ->
                view.withColumns(
                                view.columns(),
                                view.types().stream().map(this::dataType).toList())
                        .withNeeds(needs(view.needs()), view.complete())
                        .withAttachments(attachments(view));
            case Index index -> index.withExpressions(needs(index.expressions()));
            case Sequence sequence -> sequence;
        };
    }

    private Table table(Table table) {
        return table.copy()
                .columns(table.columns().stream().map(this::column).toList())
                .constraints(table.constraints().stream().map(this::constraint).toList())
                .attachments(attachments(table))
                .partitionKey(table.partitionKey()
                        .withNeeds(needs(table.partitionKey().needs())))
                .ofType(table.ofType() == null ? null : types.apply(table.ofType()))
                .build();
    }

    private List<Table.Attachment> attachments(Relation relation) {
        return relation.attachments().stream().map(this::attachment).toList();
    }

    private Column column(Column column) {
        Column typed = column.withType(dataType(column.type()), column.origin());
        Column.Value value = column.defaultValue();
        return value == null
                ? typed
                : typed.withDefault(new Column.Value(value.text(), value.volatility(), needs(value.needs())));
    }

    private TableConstraint constraint(TableConstraint constraint) {
        return constraint instanceof TableConstraint.Check check ? check.withNeeds(needs(check.needs())) : constraint;
    }

    private Table.Attachment attachment(Table.Attachment attachment) {
        @Nullable QualifiedName function = attachment.function();
        return new Table.Attachment(
                attachment.type(),
                attachment.name(),
                attachment.forEachRow(),
                attachment.inherited(),
                function == null ? null : routines.apply(function),
                needs(attachment.needs()),
                attachment.origin());
    }

    private Type type(Type type) {
        QualifiedName name = types.apply(type.name());
        return switch (type) {
            case Type.Enum labels -> new Type.Enum(name, labels.labels(), labels.origin());
            case Type.Domain domain ->
                new Type.Domain(
                        name,
                        dataType(domain.base()),
                        domain.notNull(),
                        domain.constraints(),
                        domain.defaultText(),
                        domain.origin());
            case Type.Composite composite ->
                new Type.Composite(
                        name, composite.attributes().stream().map(this::column).toList(), composite.origin());
            case Type.Other other -> new Type.Other(name, other.origin());
        };
    }

    private Routine routine(Routine routine) {
        return routine.withName(routines.apply(routine.name()))
                .withTypes(this::dataType)
                .withNeeds(needs(routine.needs()));
    }

    private DataType dataType(DataType type) {
        return type.isBuiltIn() ? type : new DataType(types.apply(type.name()), type.modifiers(), type.array());
    }

    private Needs needs(Needs needs) {
        return new Needs(needs.relations(), all(needs.types(), types), all(needs.routines(), routines));
    }

    private static List<QualifiedName> all(List<QualifiedName> names, UnaryOperator<QualifiedName> renaming) {
        return names.stream().map(renaming).toList();
    }
}
