package dev.greenlight.replay;

import dev.greenlight.catalog.NamedObject;
import dev.greenlight.catalog.NamedObject.Kind;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.CollationStatement;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.TextSearchStatement;
import java.util.List;

/** Runs statements about how texts are compared and searched; the schema of what they make has to be there. */
final class TextReplay {
    private TextReplay() {}

    static void apply(CollationStatement statement, Execution execution) {
        switch (statement) {
            case CollationStatement.CreateCollation create -> create(create, execution);
            case CollationStatement.RefreshVersion refresh -> {
                new NamedObjects(execution).require(Kind.COLLATION, refresh.name(), null);
                describe(refresh, execution);
            }
        }
    }

    static void apply(TextSearchStatement statement, Execution execution) {
        switch (statement) {
            case TextSearchStatement.CreateConfiguration create ->
                create(create, Kind.TEXT_SEARCH_CONFIGURATION, execution);
            case TextSearchStatement.CreateDictionary create -> create(create, Kind.TEXT_SEARCH_DICTIONARY, execution);
            case TextSearchStatement.CreateParser create -> create(create, Kind.TEXT_SEARCH_PARSER, execution);
            case TextSearchStatement.CreateTemplate create -> create(create, Kind.TEXT_SEARCH_TEMPLATE, execution);
            case TextSearchStatement.AlterConfiguration alter ->
                alter(alter, Kind.TEXT_SEARCH_CONFIGURATION, execution);
            case TextSearchStatement.AlterDictionary alter -> alter(alter, Kind.TEXT_SEARCH_DICTIONARY, execution);
        }
    }

    private static void create(CollationStatement.CreateCollation create, Execution execution) {
        NamedObject made = made(Kind.COLLATION, create.name(), execution);
        NamedObjects objects = new NamedObjects(execution);
        if (create.ifNotExists() && objects.isThere(made)) {
            execution.skip(null);
            return;
        }
        if (create.from() != null) {
            objects.require(Kind.COLLATION, create.from(), null);
        }
        objects.create(made, create.name().span());
        describe(create, execution);
    }

    /** Only a unique index keeps names of text search objects apart, as {@code DefineTSConfiguration} shows. */
    private static void create(TextSearchStatement create, Kind kind, Execution execution) {
        NamedObject made = made(kind, create.name(), execution);
        NamedObjects objects = new NamedObjects(execution);
        if (objects.isThere(made)) {
            String message = "duplicate key value violates unique constraint";
            throw execution.reject(
                    SqlState.UNIQUE_VIOLATION, message, create.name().span());
        }
        objects.put(made);
        describe(create, execution);
    }

    private static NamedObject made(Kind kind, ObjectName name, Execution execution) {
        QualifiedName qualified = execution.names().schemas().creation(name);
        return new NamedObject(kind, qualified, "", List.of(), execution.origin(name.span()));
    }

    private static void alter(TextSearchStatement alter, Kind kind, Execution execution) {
        new NamedObjects(execution).require(kind, alter.name(), null);
        describe(alter, execution);
    }

    private static void describe(Statement statement, Execution execution) {
        new Descriptions(execution).describe(statement, List.of());
    }
}
