package dev.greenlight.sql;

import dev.greenlight.postgres.Persistence;
import dev.greenlight.sql.ViewStatement.CreateMaterializedView;
import dev.greenlight.sql.ViewStatement.CreateView;
import dev.greenlight.sql.ViewStatement.RefreshMaterializedView;
import java.util.ArrayList;
import java.util.List;

/** Reads CREATE VIEW, CREATE MATERIALIZED VIEW and REFRESH MATERIALIZED VIEW (manual part VI). */
final class ViewParser {
    private final Cursor cursor;
    private final int start;

    private ViewParser(Cursor cursor) {
        this.cursor = cursor;
        this.start = cursor.position();
    }

    static CreateView createView(Cursor cursor) {
        return new ViewParser(cursor).view();
    }

    static CreateMaterializedView createMaterializedView(Cursor cursor) {
        return new ViewParser(cursor).materializedView();
    }

    static RefreshMaterializedView refresh(Cursor cursor) {
        return new ViewParser(cursor).refresh();
    }

    private CreateView view() {
        cursor.expectWord("create");
        boolean orReplace = cursor.acceptWords("or", "replace");
        Persistence persistence = RelationParser.persistence(cursor);
        boolean recursive = cursor.acceptWords("recursive");
        cursor.expectWord("view");
        ObjectName name = NameParser.objectName(cursor);
        List<Name> columns = recursive ? NameParser.parenthesizedNames(cursor) : NameParser.optionalNames(cursor);
        List<Setting> options =
                new ArrayList<>(cursor.acceptWords("with") ? SettingParser.parenthesized(cursor) : List.of());
        cursor.expectWord("as");
        Query query = QueryParser.query(cursor);
        options.addAll(checkOption(recursive));
        return new CreateView(name, orReplace, persistence, recursive, columns, options, query, cursor.spanFrom(start));
    }

    /** {@code WITH [CASCADED | LOCAL] CHECK OPTION}, if it stands here. */
    private List<Setting> checkOption(boolean recursive) {
        int first = cursor.position();
        if (!cursor.acceptWords("with")) {
            return List.of();
        }
        if (recursive) {
            throw new ParseFailure(cursor.peek(-1), "WITH CHECK OPTION not supported on recursive views");
        }
        Token extent = cursor.peek();
        if (cursor.acceptAnyWord("cascaded", "local").isEmpty()) {
            extent = new Token(TokenKind.WORD, extent.start(), extent.start(), "cascaded");
        }
        cursor.expectWords("check", "option");
        return List.of(new Setting("check_option", List.of(extent), cursor.spanFrom(first)));
    }

    private CreateMaterializedView materializedView() {
        cursor.expectWord("create");
        cursor.acceptWords("unlogged");
        cursor.expectWords("materialized", "view");
        boolean ifNotExists = RelationParser.ifNotExists(cursor);
        ObjectName name = NameParser.objectName(cursor);
        List<Name> columns = NameParser.optionalNames(cursor);
        RelationParser.accessMethod(cursor);
        List<Setting> parameters = cursor.acceptWords("with") ? SettingParser.parenthesized(cursor) : List.of();
        RelationParser.tablespace(cursor);
        cursor.expectWord("as");
        Query query = QueryParser.query(cursor);
        boolean withData = RelationParser.withData(cursor);
        return new CreateMaterializedView(
                name, ifNotExists, columns, parameters, query, withData, cursor.spanFrom(start));
    }

    private RefreshMaterializedView refresh() {
        cursor.expectWords("refresh", "materialized", "view");
        boolean concurrently = cursor.acceptWords("concurrently");
        ObjectName name = NameParser.objectName(cursor);
        boolean withData = RelationParser.withData(cursor);
        return new RefreshMaterializedView(name, concurrently, withData, cursor.spanFrom(start));
    }
}
