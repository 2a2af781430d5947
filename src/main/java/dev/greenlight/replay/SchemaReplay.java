package dev.greenlight.replay;

import dev.greenlight.catalog.Schema;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.IndexStatement;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.SchemaStatement;
import dev.greenlight.sql.SequenceStatement;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.TableStatement;
import dev.greenlight.sql.TriggerStatement;
import dev.greenlight.sql.ViewStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs statements about schemas; sends those about extensions on. */
final class SchemaReplay {
    /** Who runs the statement, whose name is not known. */
    private static final Set<String> CURRENT = Set.of("current_role", "current_user", "session_user");

    private final Execution execution;

    private SchemaReplay(Execution execution) {
        this.execution = execution;
    }

    static void apply(SchemaStatement statement, Execution execution) {
        switch (statement) {
            case SchemaStatement.CreateSchema create -> new SchemaReplay(execution).create(create);
            case SchemaStatement.CreateExtension create -> new ExtensionReplay(execution).create(create);
            case SchemaStatement.UpdateExtension update -> new ExtensionReplay(execution).update(update);
            case SchemaStatement.ChangeExtensionMember change -> new ExtensionReplay(execution).change(change);
        }
    }

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(SchemaStatement statement, Execution execution) {
        switch (statement) {
            case SchemaStatement.CreateSchema create -> new SchemaReplay(execution).assume(create);
            case SchemaStatement.CreateExtension create -> new ExtensionReplay(execution).assume(create.name());
            case SchemaStatement.UpdateExtension ignored -> {}
            case SchemaStatement.ChangeExtensionMember ignored -> {}
        }
    }

    private void assume(SchemaStatement.CreateSchema create) {
        Name name = name(create);
        if (name != null && execution.catalog().schema(name.value()).isEmpty()) {
            execution.change(catalog -> catalog.with(new Schema(name.value(), null)));
        }
        create.elements().forEach(element -> within(name, () -> Dispatch.afterFailure(element, execution)));
    }

    private static @Nullable Name name(SchemaStatement.CreateSchema create) {
        if (create.name() == null && create.authorization() != null) {
            return CURRENT.contains(create.authorization().value()) ? null : create.authorization();
        }
        return create.name();
    }

    private void create(SchemaStatement.CreateSchema create) {
        Name name = name(create);
        if (name == null) {
            execution.doubt(Doubt.ofPatterns(List.of(Doubt.Pattern.any(ObjectType.SCHEMA)), List.of()));
            create.elements().forEach(element -> UnreadReplay.doubt(element.span(), execution));
            return;
        }
        requireAllowed(name.value(), name.span(), execution);
        if (isThere(name.value())) {
            if (create.ifNotExists()) {
                execution.skip(null);
                return;
            }
            throw exists(name.value(), name.span(), execution);
        }
        Schema schema = new Schema(name.value(), execution.origin(create.span()));
        execution.change(catalog -> catalog.with(schema));
        execution.add(new ObjectOperation.CreateSchema(schema, create.span()));
        if (create.authorization() != null) {
            new Roles(execution).own(create.authorization(), schema);
        }
        create.elements().forEach(element -> requireIn(name, element));
        inOrder(create.elements()).forEach(element -> within(name, () -> Dispatch.apply(element, execution)));
    }

    /** What begins so is kept for the system (manual CREATE SCHEMA). */
    static void requireAllowed(String name, Span span, Execution execution) {
        if (name.startsWith("pg_")) {
            throw execution.reject(SqlState.RESERVED_NAME, "unacceptable schema name \"" + name + "\"", span);
        }
    }

    static Rejected exists(String name, Span span, Execution execution) {
        return execution.reject(SqlState.DUPLICATE_SCHEMA, "schema \"" + name + "\" already exists", span);
    }

    private boolean isThere(String name) {
        Optional<Schema> schema = execution.catalog().schema(name);
        boolean certain = name.equals("public")
                || schema.filter(it -> it.origin() != null).isPresent();
        return schema.isPresent() && certain && !execution.mayBeGone(ObjectType.SCHEMA, name);
    }

    /** What is made in it is not to be anywhere else ({@code transformCreateSchemaStmtElements}). */
    private void requireIn(Name schema, Statement element) {
        ObjectName name = switch (element) {
            case SequenceStatement.CreateSequence create -> create.name();
            case TableStatement.CreateTable create -> create.name();
            case ViewStatement.CreateView create -> create.name();
            case IndexStatement.CreateIndex create -> create.table();
            case TriggerStatement.CreateTrigger create -> create.table();
            default -> null;
        };
        Optional<String> other = Optional.ofNullable(name).flatMap(ObjectName::schema);
        if (other.isPresent() && !other.get().equals(schema.value())) {
            String message = "CREATE specifies a schema (" + other.get() + ") different from the one being created ("
                    + schema.value() + ")";
            throw execution.reject(SqlState.INVALID_SCHEMA_DEFINITION, message, name.span());
        }
    }

    /** The new schema comes first in the search path for the statements in it. */
    private void within(@Nullable Name schema, Runnable body) {
        if (schema == null) {
            return;
        }
        Settings settings = execution.settings();
        List<String> path = new ArrayList<>(List.of(schema.value()));
        path.addAll(settings.searchPath());
        execution.set(settings.withLocalSearchPath(path));
        body.run();
        execution.set(settings);
    }

    /** The order in which PostgreSQL runs the statements in a CREATE SCHEMA: by kind (manual CREATE SCHEMA, Notes). */
    private static List<Statement> inOrder(List<Statement> elements) {
        return elements.stream()
                .sorted(Comparator.comparingInt(SchemaReplay::rank))
                .toList();
    }

    private static int rank(Statement element) {
        if (element instanceof SequenceStatement) {
            return 0;
        }
        if (element instanceof TableStatement) {
            return 1;
        }
        if (element instanceof ViewStatement) {
            return 2;
        }
        if (element instanceof IndexStatement) {
            return 3;
        }
        return element instanceof TriggerStatement ? 4 : 5;
    }
}
