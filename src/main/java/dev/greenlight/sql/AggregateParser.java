package dev.greenlight.sql;

import dev.greenlight.sql.RoutineStatement.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads CREATE AGGREGATE. */
final class AggregateParser {
    private AggregateParser() {}

    /** The arguments' types may be missing, as before PostgreSQL 8.2: then BASETYPE is among the options. */
    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("create");
        boolean orReplace = cursor.acceptWords("or", "replace");
        cursor.expectWord("aggregate");
        ObjectName name = NameParser.functionName(cursor);
        List<Parameter> written = isOptions(cursor) ? null : ParameterParser.aggregateSignature(cursor);
        List<Setting> options = SettingParser.definition(cursor);
        List<Parameter> parameters = written == null ? ofBaseType(options) : written;
        return new RoutineStatement.CreateAggregate(name, orReplace, parameters, options, cursor.spanFrom(start));
    }

    /** One of the base type, or none where that is ANY. */
    private static @Nullable List<Parameter> ofBaseType(List<Setting> options) {
        return Setting.find(options, "basetype")
                .map(option -> option.text().equalsIgnoreCase("any") ? List.<Parameter>of() : ofType(option.value()))
                .orElse(null);
    }

    private static List<Parameter> ofType(List<Token> tokens) {
        return TypeName.startOf(tokens).stream()
                .map(type -> new Parameter("in", null, type, null, type.span()))
                .toList();
    }

    private static boolean isOptions(Cursor cursor) {
        return cursor.isOperatorAt(2, "=");
    }
}
