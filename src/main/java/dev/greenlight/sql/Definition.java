package dev.greenlight.sql;

import dev.greenlight.sql.ObjectStatement.DefineObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of a statement that becomes a {@link DefineObject}; what stands behind it is the definition.
 *
 * @param start where the statement begins
 * @param from where the definition begins
 */
record Definition(
        Cursor cursor,
        int start,
        String verb,
        ObjectType type,
        @Nullable ObjectName name,
        boolean ifNotExists,
        int from) {
    /** The definition begins here. */
    Definition(Cursor cursor, int start, String verb, ObjectType type, @Nullable ObjectName name) {
        this(cursor, start, verb, type, name, false, cursor.position());
    }

    /** The head of a CREATE statement; the definition begins here. */
    static Definition create(
            Cursor cursor, int start, ObjectType type, @Nullable ObjectName name, boolean ifNotExists) {
        return new Definition(cursor, start, "CREATE", type, name, ifNotExists, cursor.position());
    }

    static Definition create(Cursor cursor, int start, ObjectType type, @Nullable ObjectName name) {
        return create(cursor, start, type, name, false);
    }

    /** The definition ends here. */
    DefineObject end() {
        return end(List.of());
    }

    /** As {@link #end()}, with the relations that the definition names. */
    DefineObject end(List<ObjectName> relations) {
        return new DefineObject(
                verb, type, name, ifNotExists, relations, cursor.tokensFrom(from), cursor.spanFrom(start));
    }

    /** The name of an object that is in no schema. */
    static ObjectName unqualified(Cursor cursor) {
        return new ObjectName(List.of(NameParser.name(cursor)));
    }
}
