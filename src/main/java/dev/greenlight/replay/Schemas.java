package dev.greenlight.replay;

import dev.greenlight.catalog.Schema;
import dev.greenlight.postgres.Persistence;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where names are looked for and where new objects go: the schema search path (manual 5.10.3). */
final class Schemas {
    static final String TEMPORARY = "pg_temp";
    static final String SYSTEM = "pg_catalog";

    private final Execution execution;

    Schemas(Execution execution) {
        this.execution = execution;
    }

    /** Whether it is one that every database has and no migration fills. */
    static boolean isSystem(String schema) {
        return schema.equals(SYSTEM) || schema.equals("information_schema") || schema.equals("pg_toast");
    }

    /** The names under which an object may be, in the order of search. */
    List<QualifiedName> candidates(ObjectName name) {
        if (name.schema().isPresent()) {
            return List.of(new QualifiedName(name.schema().get(), name.name()));
        }
        List<QualifiedName> candidates = new ArrayList<>();
        for (String schema : searched()) {
            candidates.add(new QualifiedName(schema, name.name()));
        }
        return candidates;
    }

    /** The temporary schema comes first and the system's next, unless the path itself says where. */
    List<String> searched() {
        List<String> path = execution.settings().searchPath();
        List<String> searched = new ArrayList<>();
        if (!path.contains(TEMPORARY)) {
            searched.add(TEMPORARY);
        }
        if (!path.contains(SYSTEM)) {
            searched.add(SYSTEM);
        }
        searched.addAll(path);
        return searched;
    }

    /** The name that a new object has, with the schema that it goes to. */
    QualifiedName creation(ObjectName name, Persistence persistence) {
        if (name.schema().isPresent()) {
            String schema = name.schema().get();
            require(schema, name.parts().get(name.parts().size() - 2).span());
            return new QualifiedName(schema, name.name());
        }
        if (persistence == Persistence.TEMPORARY) {
            return new QualifiedName(TEMPORARY, name.name());
        }
        String schema = current()
                .orElseThrow(() -> execution.reject(
                        SqlState.INVALID_SCHEMA_NAME, "no schema has been selected to create in", name.span()));
        return new QualifiedName(schema, name.name());
    }

    QualifiedName creation(ObjectName name) {
        return creation(name, Persistence.PERMANENT);
    }

    /** The first schema of the search path that is there: what current_schema() gives. */
    Optional<String> current() {
        return execution.settings().searchPath().stream()
                .filter(schema -> !schema.isEmpty())
                .filter(this::exists)
                .findFirst();
    }

    /** As {@link #creation(ObjectName)} where nothing may fail: for the name of what is missing. */
    QualifiedName likely(ObjectName name) {
        return new QualifiedName(name.schema().or(this::current).orElse("public"), name.name());
    }

    /** Fails with 3F000 where a schema is missing that the history makes later; one that it never makes is assumed. */
    Schema require(Name schema) {
        return require(schema.value(), schema.span());
    }

    private Schema require(String schema, Span span) {
        Schema found = execution.catalog().schema(schema).orElseGet(() -> new Schema(schema, null));
        if (!exists(schema)) {
            throw missing(schema, span);
        }
        execution.add(new Reference(ObjectType.SCHEMA, new QualifiedName("", schema), null, span, found.origin()));
        return found;
    }

    private Rejected missing(String schema, Span span) {
        Missing missing = new Missing(ObjectType.SCHEMA, new QualifiedName("", schema), null);
        return execution.rejectMissing(
                SqlState.INVALID_SCHEMA_NAME, "schema \"" + schema + "\" does not exist", span, missing);
    }

    /** Whether it is there or, because somebody else makes it, assumed from now on. */
    boolean exists(String schema) {
        if (execution.catalog().schema(schema).isPresent() || isSystem(schema) || schema.equals(TEMPORARY)) {
            return true;
        }
        if (schema.equals("$user")) {
            return false;
        }
        boolean foreign = execution.premises().isForeignSchema(schema);
        if (foreign) {
            execution.premises().noteSchema(schema);
        }
        if (foreign || execution.mayExist(ObjectType.SCHEMA, schema)) {
            execution.change(catalog -> catalog.with(new Schema(schema, null)));
            return true;
        }
        return false;
    }
}
