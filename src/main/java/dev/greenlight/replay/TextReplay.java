package dev.greenlight.replay;

import dev.greenlight.catalog.NamedObject;
import dev.greenlight.catalog.NamedObject.Kind;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.CollationStatement;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.TextSearchStatement;
import java.util.List;
import java.util.Set;

/** Runs statements about how texts are compared and searched; the schema of what they make has to be there. */
final class TextReplay {
    private static final Set<String> OPTIONS =
            Set.of("from", "locale", "lc_collate", "lc_ctype", "provider", "deterministic", "version", "rules");

    /** From here on an option is written once. */
    private static final int ONCE = 15;

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
        NamedObjects objects = new NamedObjects(execution);
        NamedObject made = objects.made(Kind.COLLATION, create.name(), "");
        requireOptions(create, execution);
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

    /** A locale says all ({@code DefineCollation}). */
    private static void requireOptions(CollationStatement.CreateCollation create, Execution execution) {
        DefinitionOptions written = new DefinitionOptions(create.options(), "collation attribute", execution);
        DefinitionOptions options = execution.version().isAtLeast(ONCE) ? written : written.last(OPTIONS);
        options.require(OPTIONS, Set.of("deterministic"));
        boolean from = options.option("from").isPresent() && create.options().size() > 1;
        boolean locale = options.option("locale").isPresent()
                && (options.option("lc_collate").isPresent()
                        || options.option("lc_ctype").isPresent());
        if (from || locale) {
            throw options.rejected(create.options().getFirst(), "conflicting or redundant options");
        }
    }

    /** Only a unique index keeps names of text search objects apart, as {@code DefineTSConfiguration} shows. */
    private static void create(TextSearchStatement create, Kind kind, Execution execution) {
        NamedObjects objects = new NamedObjects(execution);
        NamedObject made = objects.made(kind, create.name(), "");
        if (objects.isThere(made)) {
            String message = "duplicate key value violates unique constraint";
            throw execution.reject(
                    SqlState.UNIQUE_VIOLATION, message, create.name().span());
        }
        objects.put(made);
        describe(create, execution);
    }

    private static void alter(TextSearchStatement alter, Kind kind, Execution execution) {
        new NamedObjects(execution).require(kind, alter.name(), null);
        describe(alter, execution);
    }

    private static void describe(Statement statement, Execution execution) {
        new Descriptions(execution).describe(statement, List.of());
    }
}
