package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ColumnDefinition;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.TypeStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs statements that create types, and sends those that change them on. */
final class TypeReplay {
    private final Execution execution;

    private TypeReplay(Execution execution) {
        this.execution = execution;
    }

    static void apply(TypeStatement statement, Execution execution) {
        TypeReplay replay = new TypeReplay(execution);
        switch (statement) {
            case TypeStatement.CreateEnum create -> replay.create(create);
            case TypeStatement.CreateComposite create -> replay.create(create);
            case TypeStatement.CreateRange create -> replay.create(create);
            case TypeStatement.CreateBaseType create -> replay.create(create);
            case TypeStatement.CreateDomain create -> new DomainReplay(execution).create(create);
            case TypeStatement.AddEnumValue add -> new EnumReplay(execution).add(add);
            case TypeStatement.RenameEnumValue rename -> new EnumReplay(execution).rename(rename);
            case TypeStatement.AlterComposite alter -> new CompositeReplay(execution).alter(alter);
            case TypeStatement.SetTypeOptions set -> {
                new TypeObjects(execution).require(set.name());
                execution.add(new ObjectOperation.Describe(set, List.of(), set.span()));
            }
            case TypeStatement.AlterDomain alter -> new DomainReplay(execution).alter(alter);
        }
    }

    /** See {@link Dispatch#afterFailure}. A type whose change failed becomes one of which nothing is known. */
    static void afterFailure(TypeStatement statement, Execution execution) {
        QualifiedName name = execution.names().schemas().creation(statement.name());
        boolean relation = execution.catalog().relation(name).isPresent();
        if (!relation) {
            execution.change(catalog -> catalog.with(new Type.Other(name, null)));
        }
    }

    private QualifiedName newName(ObjectName name) {
        QualifiedName created = execution.names().schemas().creation(name);
        new NewNames(execution).requireType(created, name.span());
        return created;
    }

    private void create(TypeStatement.CreateEnum create) {
        QualifiedName name = newName(create.name());
        Set<String> seen = new HashSet<>();
        for (Name label : create.labels()) {
            EnumReplay.requireShort(label, execution);
            if (!seen.add(label.value())) {
                String message = "duplicate key value violates unique constraint \"pg_enum_typid_label_index\"";
                throw execution.reject(SqlState.UNIQUE_VIOLATION, message, label.span());
            }
        }
        List<String> labels = create.labels().stream().map(Name::value).toList();
        put(new Type.Enum(name, labels, execution.origin(create.span())), create.span());
    }

    private void create(TypeStatement.CreateComposite create) {
        QualifiedName name = execution.names().schemas().creation(create.name());
        new NewNames(execution).requireComposite(name, create.name().span());
        List<Column> attributes = new ArrayList<>();
        for (ColumnDefinition attribute : create.attributes()) {
            attributes.add(attribute(attribute, attributes.size() + 1, execution));
        }
        put(new Type.Composite(name, attributes, execution.origin(create.span())), create.span());
    }

    static Column attribute(ColumnDefinition definition, int number, Execution execution) {
        DataType type = definition.type() == null
                ? DataType.UNKNOWN
                : new NewColumns(execution).columnType(definition.name().value(), definition.type());
        return new Column(
                number, definition.name().value(), type, false, null, null, null, execution.origin(definition.span()));
    }

    /** A range type brings a multirange type (manual CREATE TYPE, Range Types). */
    private void create(TypeStatement.CreateRange create) {
        QualifiedName name = newName(create.name());
        QualifiedName multirange = multirange(name);
        if (execution.version().isAtLeast(14)
                && execution.catalog().type(multirange).isEmpty()) {
            execution.change(catalog -> catalog.with(new Type.Other(multirange, execution.origin(create.span()))));
        }
        put(new Type.Other(name, execution.origin(create.span())), create.span());
    }

    /** The name that a range's multirange has if none is given. */
    static QualifiedName multirange(QualifiedName range) {
        String name = range.name();
        boolean replaced = name.contains("range");
        return new QualifiedName(
                range.schema(), replaced ? name.replaceFirst("range", "multirange") : name + "_multirange");
    }

    /** A shell may be made first and filled in later under the same name. */
    private void create(TypeStatement.CreateBaseType create) {
        QualifiedName name = execution.names().schemas().creation(create.name());
        boolean fillsShell =
                !create.options().isEmpty() && execution.catalog().type(name).orElse(null) instanceof Type.Other;
        if (create.options().isEmpty()) {
            new NewNames(execution).requireNewShell(name, create.name().span());
        } else if (!fillsShell) {
            new NewNames(execution).requireType(name, create.name().span());
        }
        put(new Type.Other(name, execution.origin(create.span())), create.span());
    }

    private void put(Type type, Span span) {
        execution.change(catalog -> catalog.with(type));
        execution.add(new ObjectOperation.CreateType(type, span));
    }
}
