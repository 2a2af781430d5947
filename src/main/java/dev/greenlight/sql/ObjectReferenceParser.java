package dev.greenlight.sql;

import dev.greenlight.sql.ObjectStatement.DropTarget;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what names one object of a given type, as DROP, ALTER and COMMENT do; never what defines it. */
final class ObjectReferenceParser {
    private ObjectReferenceParser() {}

    static DropTarget reference(Cursor cursor, ObjectType type) {
        return switch (type) {
            case TABLE,
                    SEQUENCE,
                    VIEW,
                    MATERIALIZED_VIEW,
                    INDEX,
                    FOREIGN_TABLE,
                    COLUMN,
                    COLLATION,
                    CONVERSION,
                    STATISTICS,
                    TEXT_SEARCH_CONFIGURATION,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    PARAMETER -> named(cursor, NameParser.anyName(cursor));
            case TYPE, DOMAIN -> named(cursor, TypeNameParser.type(cursor).name());
            case ACCESS_METHOD,
                    DATABASE,
                    EVENT_TRIGGER,
                    EXTENSION,
                    FOREIGN_DATA_WRAPPER,
                    LANGUAGE,
                    PUBLICATION,
                    SCHEMA,
                    SERVER,
                    SUBSCRIPTION,
                    TABLESPACE,
                    SYSTEM -> named(cursor, new ObjectName(List.of(NameParser.name(cursor))));
            case ROLE -> named(cursor, new ObjectName(List.of(NameParser.role(cursor))));
            case FUNCTION, PROCEDURE, ROUTINE -> routine(RoutineNameParser.routine(cursor));
            case AGGREGATE -> routine(RoutineNameParser.aggregate(cursor));
            case OPERATOR -> operator(cursor);
            case OPERATOR_CLASS, OPERATOR_FAMILY -> operatorClass(cursor);
            case POLICY, RULE, TRIGGER -> onTable(cursor);
            case CONSTRAINT -> onTable(cursor);
            case DOMAIN_CONSTRAINT -> onDomain(cursor);
            case CAST -> cast(cursor);
            case TRANSFORM -> transform(cursor);
            case USER_MAPPING -> userMapping(cursor);
            case LARGE_OBJECT -> largeObject(cursor);
        };
    }

    private static DropTarget named(Cursor cursor, ObjectName name) {
        return new DropTarget(name, null, null, name.span());
    }

    private static DropTarget routine(RoutineStatement.RoutineName routine) {
        return new DropTarget(routine.name(), null, routine.parameters(), routine.span());
    }

    private static DropTarget onTable(Cursor cursor) {
        int start = cursor.position();
        Name name = NameParser.name(cursor);
        cursor.expectWord("on");
        return on(cursor, start, name);
    }

    private static DropTarget onDomain(Cursor cursor) {
        int start = cursor.position();
        Name name = NameParser.name(cursor);
        cursor.expectWords("on", "domain");
        return on(cursor, start, name);
    }

    private static DropTarget on(Cursor cursor, int start, Name name) {
        ObjectName table = NameParser.anyName(cursor);
        return new DropTarget(new ObjectName(List.of(name)), table, null, cursor.spanFrom(start));
    }

    private static DropTarget operator(Cursor cursor) {
        int start = cursor.position();
        ObjectName name = OperatorParser.name(cursor);
        List<RoutineStatement.Parameter> operands = RoutineNameParser.operands(cursor);
        return new DropTarget(name, null, operands, cursor.spanFrom(start));
    }

    private static DropTarget operatorClass(Cursor cursor) {
        int start = cursor.position();
        ObjectName name = NameParser.anyName(cursor);
        cursor.expectWord("using");
        ObjectName method = new ObjectName(List.of(NameParser.name(cursor)));
        return new DropTarget(name, method, null, cursor.spanFrom(start));
    }

    private static DropTarget cast(Cursor cursor) {
        int start = cursor.position();
        cursor.expect(TokenKind.LEFT_PAREN);
        TypeNameParser.type(cursor);
        cursor.expectWord("as");
        TypeNameParser.type(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return asWritten(cursor, start);
    }

    private static DropTarget transform(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("for");
        TypeNameParser.type(cursor);
        cursor.expectWord("language");
        NameParser.name(cursor);
        return asWritten(cursor, start);
    }

    private static DropTarget userMapping(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("for");
        mappedRole(cursor);
        cursor.expectWord("server");
        NameParser.name(cursor);
        return asWritten(cursor, start);
    }

    /** The role of a user mapping, which may be the reserved word USER for the current one. */
    static @Nullable Name mappedRole(Cursor cursor) {
        return cursor.acceptWords("user") ? null : NameParser.role(cursor);
    }

    private static DropTarget largeObject(Cursor cursor) {
        int start = cursor.position();
        SettingParser.signedNumber(cursor);
        return asWritten(cursor, start);
    }

    private static DropTarget asWritten(Cursor cursor, int start) {
        String text = cursor.tokensFrom(start).stream().map(Token::value).collect(Collectors.joining(" "));
        Name name = new Name(text, cursor.spanFrom(start));
        return new DropTarget(new ObjectName(List.of(name)), null, null, name.span());
    }
}
