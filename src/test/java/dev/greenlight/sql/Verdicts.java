package dev.greenlight.sql;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerError;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the parser and a real server say of one statement: is it one, and if not, from where on.
 *
 * @param sql the statement alone
 * @param start where it stands in the text that was read
 */
record Verdicts(String sql, int start, Statement read, Optional<ServerError> error) {
    enum Outcome {
        ACCEPTED,
        REJECTED_AT_ONE_PLACE,
        REJECTED_AT_TWO_PLACES,
        /** The server accepts what the parser does not read. */
        LOST,
        /** The parser reads what the server rejects. */
        FALSELY_ACCEPTED;

        boolean agrees() {
            return this != LOST && this != FALSELY_ACCEPTED;
        }
    }

    /** Asks both about a text that is one statement. */
    static Verdicts of(String sql) {
        return of(sql, Parsing.text(sql));
    }

    static Verdicts of(String text, StatementText statement) {
        String sql = text.substring(statement.span().start(), statement.span().end());
        return new Verdicts(
                sql,
                statement.span().start(),
                Parser.parse(statement),
                Oracle.postgres().syntax(sql));
    }

    Outcome outcome() {
        if (!(read instanceof Unread)) {
            return error.isEmpty() ? Outcome.ACCEPTED : Outcome.FALSELY_ACCEPTED;
        }
        if (error.isEmpty()) {
            return Outcome.LOST;
        }
        return place().equals(serversPlace()) ? Outcome.REJECTED_AT_ONE_PLACE : Outcome.REJECTED_AT_TWO_PLACES;
    }

    /** Where the parser stopped, counted in the statement. */
    OptionalInt place() {
        return read instanceof Unread.Unparsed unparsed
                ? OptionalInt.of(unparsed.at().start() - start)
                : OptionalInt.empty();
    }

    /** Where the server stopped, if it says. It counts characters where Java counts the halves of some. */
    OptionalInt serversPlace() {
        int offset = error.map(ServerError::offset).orElse(-1);
        return offset < 0 ? OptionalInt.empty() : OptionalInt.of(sql.offsetByCodePoints(0, offset));
    }
}
