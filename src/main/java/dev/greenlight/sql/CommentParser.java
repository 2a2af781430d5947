package dev.greenlight.sql;

import dev.greenlight.sql.ObjectStatement.DropTarget;
import org.jspecify.annotations.Nullable;

/** Reads COMMENT ON and SECURITY LABEL, which name objects alike. */
final class CommentParser {
    private CommentParser() {}

    static Statement comment(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("comment", "on");
        return labelled(cursor, start, false);
    }

    static Statement securityLabel(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("security", "label");
        if (cursor.acceptWords("for")) {
            SettingParser.nonReservedOrString(cursor);
        }
        cursor.expectWord("on");
        return labelled(cursor, start, true);
    }

    private static Statement labelled(Cursor cursor, int start, boolean securityLabel) {
        ObjectType type = commentable(cursor);
        if (type == ObjectType.ROLE && !NameParser.isName(cursor.peek(), Keywords::mayNameColumn)) {
            throw cursor.failExpected("a role's name");
        }
        DropTarget target = ObjectReferenceParser.reference(cursor, type);
        cursor.expectWord("is");
        String text = text(cursor);
        return new ObjectStatement.CommentOn(
                type, target.name(), target.on(), target.parameters(), securityLabel, text, cursor.spanFrom(start));
    }

    private static ObjectType commentable(Cursor cursor) {
        if (cursor.isAnyWord("user", "group")) {
            throw cursor.failExpected("a kind of object that takes a comment");
        }
        ObjectType type = ObjectTypeParser.type(cursor);
        return type == ObjectType.CONSTRAINT && isOnDomain(cursor) ? ObjectType.DOMAIN_CONSTRAINT : type;
    }

    /** Behind {@code name ON DOMAIN} a name follows; else {@code domain} is itself the name of a table. */
    private static boolean isOnDomain(Cursor cursor) {
        return cursor.isWordAt(1, "on", "domain")
                && !cursor.isWordAt(3, "is")
                && !cursor.peek(3).is(TokenKind.DOT);
    }

    private static @Nullable String text(Cursor cursor) {
        return cursor.acceptWords("null") ? null : SettingParser.string(cursor).value();
    }
}
