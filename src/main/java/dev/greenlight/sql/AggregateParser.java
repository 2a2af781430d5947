package dev.greenlight.sql;

import java.util.List;

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
        List<RoutineStatement.Parameter> parameters =
                isOptions(cursor) ? null : ParameterParser.aggregateSignature(cursor);
        List<Setting> options = SettingParser.definition(cursor);
        return new RoutineStatement.CreateAggregate(
                name, orReplace, parameters, options, cursor.spanFrom(start));
    }

    private static boolean isOptions(Cursor cursor) {
        return cursor.isOperatorAt(2, "=");
    }
}
