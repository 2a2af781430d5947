package dev.greenlight.sql;

import dev.greenlight.postgres.Persistence;
import dev.greenlight.sql.TableStatement.OnCommit;
import dev.greenlight.sql.TableStatement.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the statements about relations have in common. */
final class RelationParser {
    private RelationParser() {}

    /** {@code [ONLY] table [*]}, the name in parentheses or not behind ONLY. */
    static Target target(Cursor cursor) {
        if (!cursor.acceptWords("only")) {
            ObjectName name = NameParser.objectName(cursor);
            cursor.acceptOperator("*");
            return new Target(name, false);
        }
        if (!cursor.accept(TokenKind.LEFT_PAREN)) {
            return new Target(NameParser.objectName(cursor), true);
        }
        ObjectName name = NameParser.objectName(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new Target(name, true);
    }

    /** {@code TEMP}, {@code TEMPORARY} (with the idle words LOCAL and GLOBAL) or {@code UNLOGGED}, if one stands here. */
    static Persistence persistence(Cursor cursor) {
        if (cursor.acceptWords("unlogged")) {
            return Persistence.UNLOGGED;
        }
        if (cursor.acceptAnyWord("local", "global").isPresent()) {
            cursor.expectAnyWord("temporary", "temp");
            return Persistence.TEMPORARY;
        }
        return cursor.acceptAnyWord("temporary", "temp").isPresent() ? Persistence.TEMPORARY : Persistence.PERMANENT;
    }

    static boolean ifNotExists(Cursor cursor) {
        return cursor.acceptWords("if", "not", "exists");
    }

    static boolean ifExists(Cursor cursor) {
        return cursor.acceptWords("if", "exists");
    }

    /** {@code USING method}, if it stands here. */
    static @Nullable Name accessMethod(Cursor cursor) {
        return cursor.acceptWords("using") ? NameParser.name(cursor) : null;
    }

    /** {@code WITH (…)}, or {@code WITHOUT OIDS}, which says nothing any more, if one of them stands here. */
    static List<Setting> parameters(Cursor cursor) {
        if (cursor.acceptWords("without", "oids") || !cursor.acceptWords("with")) {
            return List.of();
        }
        return SettingParser.parenthesized(cursor);
    }

    static OnCommit onCommit(Cursor cursor) {
        if (!cursor.acceptWords("on", "commit")) {
            return OnCommit.PRESERVE_ROWS;
        }
        return switch (cursor.expectAnyWord("drop", "delete", "preserve")) {
            case "drop" -> OnCommit.DROP;
            case "delete" -> rows(cursor, OnCommit.DELETE_ROWS);
            default -> rows(cursor, OnCommit.PRESERVE_ROWS);
        };
    }

    private static OnCommit rows(Cursor cursor, OnCommit what) {
        cursor.expectWord("rows");
        return what;
    }

    static @Nullable Name tablespace(Cursor cursor) {
        return cursor.acceptWords("tablespace") ? NameParser.name(cursor) : null;
    }

    static @Nullable ObjectName collation(Cursor cursor) {
        return cursor.acceptWords("collate") ? NameParser.anyName(cursor) : null;
    }

    /** {@code CASCADE} or {@code RESTRICT}, if one stands here. */
    static DropBehavior dropBehavior(Cursor cursor) {
        if (cursor.acceptWords("cascade")) {
            return DropBehavior.CASCADE;
        }
        cursor.acceptWords("restrict");
        return DropBehavior.RESTRICT;
    }

    /** {@code WITH NO DATA} says no, {@code WITH DATA} and nothing say yes. */
    static boolean withData(Cursor cursor) {
        if (cursor.acceptWords("with", "no", "data")) {
            return false;
        }
        cursor.acceptWords("with", "data");
        return true;
    }
}
