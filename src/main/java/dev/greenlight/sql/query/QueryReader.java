package dev.greenlight.sql.query;

import dev.greenlight.sql.Query;
import dev.greenlight.sql.query.QueryWalk.Surroundings;
import java.util.List;

/**
 * Reads what a query or a data-modifying statement names. JSqlParser is asked for the structure of queries with joins,
 * sub-selects, grouping and the like; all else is read from the tokens. It never throws and takes bounded time.
 */
public final class QueryReader {
    private QueryReader() {}

    /** As {@link #read(Query, Scope)}, with nothing around the query. */
    public static QueryReferences read(Query query) {
        return read(query, Scope.EMPTY);
    }

    /** @param outer what is visible around the query, such as a function's parameters */
    public static QueryReferences read(Query query, Scope outer) {
        return Constants.are(query.tokens()) ? Constants.read(query.tokens()) : references(query, outer);
    }

    private static QueryReferences references(Query query, Scope outer) {
        Marks marks = new Marks(query.tokens());
        List<OutputColumn> output =
                new StatementWalk(marks).statement(0, marks.size(), new Surroundings(outer, CommonTables.NONE));
        Findings findings = new Findings(marks);
        List<ColumnReference> columns = findings.columns();
        return new QueryReferences(
                findings.relations(), columns, findings.functions(), findings.types(), output, findings.complete());
    }
}
