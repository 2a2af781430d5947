package dev.greenlight.sql;

import dev.greenlight.sql.IndexStatement.CreateIndex;
import dev.greenlight.sql.IndexStatement.Reindex;
import dev.greenlight.sql.TableStatement.Target;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads CREATE INDEX and REINDEX (manual part VI). */
final class IndexParser {
    private static final Set<String> FALSE = Set.of("false", "off", "0");

    private final Cursor cursor;
    private final int start;

    private IndexParser(Cursor cursor) {
        this.cursor = cursor;
        this.start = cursor.position();
    }

    static CreateIndex create(Cursor cursor) {
        return new IndexParser(cursor).create();
    }

    static Reindex reindex(Cursor cursor) {
        return new IndexParser(cursor).reindex();
    }

    private CreateIndex create() {
        cursor.expectWord("create");
        boolean unique = cursor.acceptWords("unique");
        cursor.expectWord("index");
        boolean concurrently = cursor.acceptWords("concurrently");
        boolean ifNotExists = RelationParser.ifNotExists(cursor);
        Name name = ifNotExists || !cursor.isWord("on") ? NameParser.name(cursor) : null;
        cursor.expectWord("on");
        Target table = RelationParser.target(cursor);
        Name method = RelationParser.accessMethod(cursor);
        return new CreateIndex(
                name,
                table.name(),
                table.only(),
                unique,
                concurrently,
                ifNotExists,
                method == null ? "btree" : method.value(),
                cursor.parenthesized(() -> IndexElementParser.parse(cursor)),
                cursor.acceptWords("include") ? NameParser.parenthesizedNames(cursor) : List.of(),
                KeyParser.nullsNotDistinct(cursor),
                cursor.acceptWords("with") ? SettingParser.parenthesized(cursor) : List.of(),
                RelationParser.tablespace(cursor),
                cursor.acceptWords("where") ? ExpressionParser.expression(cursor) : null,
                cursor.spanFrom(start));
    }

    private Reindex reindex() {
        cursor.expectWord("reindex");
        List<Setting> options = cursor.is(TokenKind.LEFT_PAREN) ? SettingParser.commandOptions(cursor) : List.of();
        String target = cursor.expectAnyWord("index", "table", "schema", "database", "system");
        boolean concurrently = cursor.acceptWords("concurrently") || isOn(options, "concurrently");
        ObjectName name = name(target);
        return new Reindex(target.toUpperCase(Locale.ROOT), name, concurrently, cursor.spanFrom(start));
    }

    private @Nullable ObjectName name(String target) {
        return switch (target) {
            case "index", "table" -> NameParser.objectName(cursor);
            case "schema" -> new ObjectName(List.of(NameParser.name(cursor)));
            default -> cursor.atEnd() ? null : new ObjectName(List.of(NameParser.name(cursor)));
        };
    }

    /** Whether an option is given and not switched off; the last one counts. */
    private static boolean isOn(List<Setting> options, String name) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .map(option -> !FALSE.contains(option.text().toLowerCase(Locale.ROOT)))
                .reduce(false, (first, last) -> last);
    }
}
