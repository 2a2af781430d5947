package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.BuiltInFunctions;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.ExtensionSignatures;
import dev.greenlight.postgres.Extensions;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.postgres.SystemRelations;
import dev.greenlight.postgres.SystemRelations.SystemRelation;
import dev.greenlight.replay.typing.Knowledge;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.TypeName;
import dev.greenlight.sql.query.FromItem;
import dev.greenlight.sql.query.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an execution knows of its database, for those who ask for types. It assumes nothing and notes nothing. */
final class ExecutionKnowledge implements Knowledge {
    private static final Span NOWHERE = new Span(0, 0);

    private final Execution execution;
    private final ExtensionNames extensions;

    ExecutionKnowledge(Execution execution) {
        this.execution = execution;
        this.extensions = new ExtensionNames(execution);
    }

    @Override
    public Catalog catalog() {
        return execution.catalog();
    }

    @Override
    public PostgresVersion version() {
        return execution.version();
    }

    @Override
    public List<String> searched() {
        return execution.names().schemas().searched();
    }

    @Override
    public DataType type(TypeName name) {
        try {
            DataType type = execution.withoutCalls().names().type(name);
            return isCertain(type) ? type : DataType.UNKNOWN;
        } catch (Rejected rejected) {
            return DataType.UNKNOWN;
        }
    }

    private boolean isCertain(DataType type) {
        if (type.isBuiltIn() || SystemRelations.domain(type.name()).isPresent()) {
            return true;
        }
        Optional<Origin> origin = catalog().type(type.name()).map(Type::origin);
        return origin.or(() -> catalog().relation(type.name()).map(Relation::origin))
                .isPresent();
    }

    @Override
    public Optional<Relation> relation(List<String> name) {
        return execution.names().find(written(name)).filter(Names::isCertain);
    }

    @Override
    public Optional<SystemRelation> system(List<String> name) {
        return execution.names().system(written(name));
    }

    private static ObjectName written(List<String> name) {
        return new ObjectName(name.stream().map(part -> new Name(part, NOWHERE)).toList());
    }

    /** What is built in is taken to have no overloads in what the history does not show. */
    @Override
    public boolean mayHaveFunction(String name) {
        return (isOpen() || extensions.mayBringFunction(name)) && !BuiltInFunctions.exists(name)
                || execution.mayExist(ObjectType.FUNCTION, name)
                || execution.mayBeGone(ObjectType.FUNCTION, name)
                || hasUnread(name);
    }

    @Override
    public boolean isForeign(String schema) {
        return !Schemas.isSystem(schema) && execution.premises().isForeignSchema(schema);
    }

    private boolean isOpen() {
        return execution.premises().isOpen()
                || searched().stream().anyMatch(schema -> !schema.equals("$user") && isForeign(schema));
    }

    @Override
    public boolean isClosed() {
        return !isOpen()
                && catalog().extensions().stream()
                        .allMatch(name -> ExtensionSignatures.find(name).isPresent());
    }

    /** Whether an installed extension has it of which it is not known how it is called. */
    private boolean hasUnread(String function) {
        return catalog().extensions().stream()
                .filter(name -> ExtensionSignatures.find(name).isEmpty())
                .flatMap(name -> Extensions.find(name).stream())
                .anyMatch(extension -> extension.functions().containsKey(function));
    }

    @Override
    public boolean mayHaveOperator(String name) {
        return execution.premises().foreknowledge().makesOperator(name);
    }

    @Override
    public boolean mayHaveCast() {
        return execution.premises().foreknowledge().makesCast();
    }

    @Override
    public boolean mayBeVariable() {
        return execution.surroundings().variables() != Scope.EMPTY;
    }

    @Override
    public Map<String, Relation> rows() {
        Map<String, Relation> rows = new TreeMap<>();
        for (FromItem item : execution.surroundings().variables().items()) {
            if (item instanceof FromItem.Qualified(FromItem.Relation row)) {
                execution
                        .names()
                        .find(row.relation().name())
                        .filter(Names::isCertain)
                        .ifPresent(relation -> rows.put(row.name().value(), relation));
            }
        }
        return rows;
    }
}
