package dev.greenlight.sql;

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
        int definition = cursor.position();
        if (!isOptions(cursor)) {
            ParameterParser.aggregateSignature(cursor);
        }
        SettingParser.definition(cursor);
        return new RoutineStatement.CreateAggregate(
                name, orReplace, cursor.tokensFrom(definition), cursor.spanFrom(start));
    }

    private static boolean isOptions(Cursor cursor) {
        return cursor.isOperatorAt(2, "=");
    }
}
