package dev.greenlight.sql;

import dev.greenlight.sql.OperatorStatement.Dropped;
import dev.greenlight.sql.OperatorStatement.Member;
import dev.greenlight.sql.RoutineStatement.Parameter;
import dev.greenlight.sql.RoutineStatement.RoutineName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the statements about operators, operator classes and operator families (manual 36.14 and 36.16). */
final class OperatorDefinitionParser {
    private OperatorDefinitionParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "operator");
        if (cursor.acceptWords("class")) {
            return createClass(cursor, start);
        }
        if (cursor.acceptWords("family")) {
            return createFamily(cursor, start);
        }
        ObjectName name = OperatorParser.name(cursor);
        List<Setting> options = SettingParser.definition(cursor);
        List<Parameter> operands = Stream.of("leftarg", "rightarg")
                .flatMap(side -> type(options, side).stream())
                .map(type -> new Parameter("in", null, type, null, type.span()))
                .toList();
        ObjectName function = type(options, "function")
                .or(() -> type(options, "procedure"))
                .map(TypeName::name)
                .orElse(null);
        return new OperatorStatement.CreateOperator(name, function, operands, options, cursor.spanFrom(start));
    }

    /** The value of an option; PostgreSQL reads a function's name there as it reads a type's. */
    private static Optional<TypeName> type(List<Setting> options, String name) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .flatMap(option -> TypeName.startOf(option.value()));
    }

    /** Begins behind the operands. */
    static Statement alter(Cursor cursor, int start, ObjectName name, List<Parameter> operands) {
        cursor.expectWord("set");
        List<Setting> options = SettingParser.definition(cursor);
        return new OperatorStatement.AlterOperator(name, operands, options, cursor.spanFrom(start));
    }

    private static Statement createClass(Cursor cursor, int start) {
        ObjectName name = NameParser.anyName(cursor);
        boolean isDefault = cursor.acceptWords("default");
        cursor.expectWords("for", "type");
        TypeName type = TypeNameParser.type(cursor);
        Name method = method(cursor);
        ObjectName family = cursor.acceptWords("family") ? NameParser.anyName(cursor) : null;
        cursor.expectWord("as");
        List<Member> members = cursor.commaSeparated(() -> member(cursor));
        return new OperatorStatement.CreateOperatorClass(
                name, isDefault, type, method, family, members, cursor.spanFrom(start));
    }

    private static Name method(Cursor cursor) {
        cursor.expectWord("using");
        return NameParser.name(cursor);
    }

    private static Statement createFamily(Cursor cursor, int start) {
        ObjectName name = NameParser.anyName(cursor);
        Name method = method(cursor);
        return new OperatorStatement.CreateOperatorFamily(name, method, cursor.spanFrom(start));
    }

    /** Begins before the name, as it is the access method's too that makes it the family's. */
    static Statement alterFamily(Cursor cursor, int start) {
        ObjectName name = NameParser.anyName(cursor);
        Name method = method(cursor);
        if (cursor.expectAnyWord("add", "drop").equals("add")) {
            List<Member> members = cursor.commaSeparated(() -> member(cursor));
            return new OperatorStatement.AddToFamily(name, method, members, cursor.spanFrom(start));
        }
        List<Dropped> members = cursor.commaSeparated(() -> dropped(cursor));
        return new OperatorStatement.DropFromFamily(name, method, members, cursor.spanFrom(start));
    }

    /** {@code OPERATOR 1 <}, {@code FUNCTION 1 f(…)} or {@code STORAGE type}. */
    private static Member member(Cursor cursor) {
        int start = cursor.position();
        return switch (cursor.expectAnyWord("operator", "function", "storage")) {
            case "operator" -> operator(cursor, start);
            case "function" -> function(cursor, start);
            default -> {
                TypeName type = TypeNameParser.type(cursor);
                yield new Member.Storage(type, cursor.spanFrom(start));
            }
        };
    }

    private static Member operator(Cursor cursor, int start) {
        Token strategy = cursor.expect(TokenKind.INTEGER);
        ObjectName name = OperatorParser.name(cursor);
        List<Parameter> operands = cursor.is(TokenKind.LEFT_PAREN) ? RoutineNameParser.operands(cursor) : null;
        ObjectName sortFamily = null;
        if (!cursor.acceptWords("for")) {
            cursor.acceptWords("recheck");
        } else if (cursor.expectAnyWord("search", "order").equals("order")) {
            cursor.expectWord("by");
            sortFamily = NameParser.anyName(cursor);
        }
        return new Member.Operator(strategy, name, operands, sortFamily, cursor.spanFrom(start));
    }

    private static Member function(Cursor cursor, int start) {
        Token support = cursor.expect(TokenKind.INTEGER);
        List<TypeName> operands = cursor.is(TokenKind.LEFT_PAREN) ? types(cursor) : List.of();
        RoutineName function = RoutineNameParser.routine(cursor);
        return new Member.Function(support, operands, function, cursor.spanFrom(start));
    }

    private static List<TypeName> types(Cursor cursor) {
        return cursor.parenthesized(() -> TypeNameParser.type(cursor));
    }

    private static Dropped dropped(Cursor cursor) {
        int start = cursor.position();
        boolean function = cursor.expectAnyWord("operator", "function").equals("function");
        Token number = cursor.expect(TokenKind.INTEGER);
        List<TypeName> operands = types(cursor);
        return new Dropped(function, number, operands, cursor.spanFrom(start));
    }
}
