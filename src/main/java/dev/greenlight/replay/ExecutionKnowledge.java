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
import java.util.Set;
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
    public boolean mayHaveFunction(List<String> name) {
        String function = name.getLast();
        boolean open =
                execution.premises().isOpen() || (name.size() > 1 ? isForeign(name.getFirst()) : searchesForeign());
        return (open || extensions.mayBringFunction(function)) && !BuiltInFunctions.exists(function)
                || execution.mayExist(ObjectType.FUNCTION, function)
                || execution.mayBeGone(ObjectType.FUNCTION, function)
                || hasUnread(function);
    }

    /** A range type brings functions of its name (manual 8.17.6). */
    @Override
    public boolean mayHaveOtherFunction(List<String> name) {
        return Schemas.isSystem(name.getFirst())
                || !knowsExtensions()
                || execution.names().schemas().candidates(written(name)).stream()
                        .flatMap(candidate -> catalog().type(candidate).stream())
                        .anyMatch(Type.Other.class::isInstance)
                || new Routines(execution).mayExist(written(name));
    }

    /** Somebody else's schema in which the history itself makes tables is taken to have no more than these. */
    private boolean isForeign(String schema) {
        return !Schemas.isSystem(schema)
                && execution.premises().isForeignSchema(schema)
                && !execution.premises().foreknowledge().populatesSchema(schema);
    }

    private boolean searchesForeign() {
        return searched().stream().anyMatch(schema -> !schema.equals("$user") && isForeign(schema));
    }

    @Override
    public boolean isClosed() {
        return !execution.premises().isOpen();
    }

    @Override
    public boolean isWhole() {
        return isClosed() && !searchesForeign() && knowsExtensions();
    }

    private boolean knowsExtensions() {
        return catalog().extensions().stream()
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
        return execution.surroundings().variables() != Scope.EMPTY
                && !execution.surroundings().values().areTyped();
    }

    @Override
    public Map<String, DataType> variables() {
        return new TreeMap<>(execution.surroundings().values().types());
    }

    @Override
    public Set<String> labels() {
        return execution.surroundings().values().labels();
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
