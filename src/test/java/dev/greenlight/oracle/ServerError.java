package dev.greenlight.oracle;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Why PostgreSQL rejects a statement.
 *
 * @param offset of the offending token in what was sent, in characters, counted from 0; -1 if the server names none
 */
public record ServerError(String sqlState, String message, int offset) {

    /** @throws IllegalStateException if it is not the server that has failed, but what leads to it */
    static ServerError of(SQLException e) {
        ServerErrorMessage message = e instanceof PSQLException own ? own.getServerErrorMessage() : null;
        if (message == null) {
            throw new IllegalStateException(e);
        }
        return new ServerError(
                String.valueOf(e.getSQLState()), String.valueOf(message.getMessage()), message.getPosition() - 1);
    }

    /** As of a text that begins so many characters later than what was sent. */
    ServerError behind(int characters) {
        return new ServerError(sqlState, message, Math.max(-1, offset - characters));
    }

    @Override
    public String toString() {
        return sqlState + " " + message;
    }
}
