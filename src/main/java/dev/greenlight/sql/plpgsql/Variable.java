package dev.greenlight.sql.plpgsql;

import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.TypeName;
import java.util.List;
import java.util.Optional;

/** What is known of a variable while a body is read; values it has none. */
record Variable(Kind kind, boolean constant, Optional<List<Name>> cursorParameters) {
    enum Kind {
        SCALAR,
        RECORD,
        /** A scalar that names a cursor. */
        CURSOR,
        /** A scalar or a record: it takes the catalog to know. */
        UNKNOWN
    }

    static final Variable SCALAR = new Variable(Kind.SCALAR, false, Optional.empty());
    static final Variable RECORD = new Variable(Kind.RECORD, false, Optional.empty());
    static final Variable UNKNOWN = new Variable(Kind.UNKNOWN, false, Optional.empty());
    static final Variable CONSTANT = new Variable(Kind.SCALAR, true, Optional.empty());

    /** A cursor that its declaration binds to a query. */
    static Variable boundCursor(List<Name> parameters) {
        return new Variable(Kind.CURSOR, false, Optional.of(parameters));
    }

    static Variable of(TypeName type, boolean rowType, boolean constant) {
        return new Variable(kind(type, rowType), constant, Optional.empty());
    }

    private static Kind kind(TypeName type, boolean rowType) {
        if (type.isArray()) {
            return Kind.SCALAR;
        }
        if (rowType) {
            return Kind.RECORD;
        }
        boolean builtIn =
                !type.percentType() && type.name().schema().orElse("pg_catalog").equals("pg_catalog");
        return builtIn ? builtIn(type.name().name()) : Kind.UNKNOWN;
    }

    private static Kind builtIn(String type) {
        return switch (type) {
            case "record" -> Kind.RECORD;
            case "refcursor" -> Kind.CURSOR;
            default -> BuiltInTypes.find(type).isPresent() ? Kind.SCALAR : Kind.UNKNOWN;
        };
    }

    boolean isScalar() {
        return kind == Kind.SCALAR || kind == Kind.CURSOR;
    }

    boolean isRecord() {
        return kind == Kind.RECORD;
    }
}
