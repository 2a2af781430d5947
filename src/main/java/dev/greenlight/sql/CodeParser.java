package dev.greenlight.sql;

import dev.greenlight.sql.RoutineStatement.Body;
import java.util.Locale;

/** Reads DO and CALL, which run code. */
final class CodeParser {
    private CodeParser() {}

    /** The language may stand before the code, behind it or nowhere. */
    static Statement block(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("do");
        String language = "plpgsql";
        Token code = null;
        while (code == null || !cursor.atEnd()) {
            if (cursor.acceptWords("language")) {
                language = SettingParser.nonReservedOrString(cursor).value().toLowerCase(Locale.ROOT);
            } else {
                code = SettingParser.string(cursor);
            }
        }
        Body body = RoutineParser.constant(code);
        return new RoutineStatement.Do(language, body, cursor.spanFrom(start));
    }

    static Statement call(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("call");
        int callStart = cursor.position();
        ObjectName procedure = NameParser.functionName(cursor);
        CallParser.arguments(cursor);
        Expression call = new Expression(cursor.tokensFrom(callStart));
        return new RoutineStatement.Call(procedure, call, cursor.spanFrom(start));
    }
}
