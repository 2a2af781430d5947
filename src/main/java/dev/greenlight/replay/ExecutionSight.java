package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.postgres.Extensions;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.answer.Sight;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Optional;

/** What an execution knows of its database, for those who answer questions on it. It assumes nothing and notes nothing. */
final class ExecutionSight implements Sight {
    private final Execution execution;
    private final ExtensionNames extensions;

    ExecutionSight(Execution execution) {
        this.execution = execution;
        this.extensions = new ExtensionNames(execution);
    }

    @Override
    public Catalog catalog() {
        return execution.catalog();
    }

    /** A version that nobody has told is only what is taken for granted, and does not decide what code does. */
    @Override
    public Optional<PostgresVersion> toldVersion() {
        return Optional.empty();
    }

    /** A schema with the name of the user is taken to be none. */
    @Override
    public List<String> searched() {
        return execution.names().schemas().searched().stream()
                .filter(schema -> !schema.equals("$user"))
                .toList();
    }

    @Override
    public Optional<String> currentSchema() {
        return execution.names().schemas().current();
    }

    @Override
    public boolean isOpen() {
        return execution.premises().isOpen();
    }

    @Override
    public boolean mayExist(ObjectType type, String name) {
        return execution.mayExist(type, name);
    }

    @Override
    public boolean mayBeGone(ObjectType type, String name) {
        return execution.mayBeGone(type, name);
    }

    @Override
    public boolean mayHaveMade(ObjectType type) {
        return execution.database().doubt().mayHaveMade(type);
    }

    @Override
    public boolean assumes(QualifiedName name) {
        return !Schemas.isSystem(name.schema()) && execution.premises().assumes(true, List.of(name));
    }

    @Override
    public boolean isForeign(String schema) {
        Premises premises = execution.premises();
        return !Schemas.isSystem(schema)
                && premises.isForeignSchema(schema)
                && !premises.foreknowledge().populatesSchema(schema);
    }

    @Override
    public boolean mayHaveSchema(String schema) {
        return !Schemas.isSystem(schema)
                && (execution.premises().isForeignSchema(schema) || execution.mayExist(ObjectType.SCHEMA, schema));
    }

    @Override
    public boolean mayHaveExtension(String name) {
        return extensions.isAssumed(name);
    }

    @Override
    public boolean mayBringType(String name) {
        return extensions.hasUnknown()
                || Extensions.withType(name).stream().anyMatch(extension -> extensions.isAssumed(extension.name()));
    }

    @Override
    public boolean mayBringFunction(String name) {
        return extensions.mayBringFunction(name)
                || extensions.function(installed(name)).isPresent();
    }

    private List<QualifiedName> installed(String name) {
        Catalog catalog = execution.catalog();
        return catalog.extensions().stream()
                .flatMap(extension -> catalog.extension(extension).stream())
                .map(schema -> new QualifiedName(schema, name))
                .toList();
    }
}
