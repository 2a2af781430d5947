package dev.greenlight.sql.query;

import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.Token;
import java.util.List;
import java.util.Map;

/** What {@link LazinessTest} calls in another class loader. */
public final class ReadElsewhere {
    private ReadElsewhere() {}

    /** Reads a query or an expression, and says whether it was understood. */
    public static String read(String kind, String sql) {
        List<Token> tokens = new Fixture(sql, Map.of()).tokens();
        boolean complete = kind.equals(Query.class.getName())
                ? QueryReader.read(new Query(tokens)).complete()
                : ExpressionReader.read(new Expression(tokens)).complete();
        return Boolean.toString(complete);
    }
}
