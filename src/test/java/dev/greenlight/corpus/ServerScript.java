package dev.greenlight.corpus;

import dev.greenlight.oracle.ServerSession;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.StatementText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A script run on a server statement by statement to its end, but for extensions that the server does not have. */
final class ServerScript {
    private static final Pattern EXTENSION =
            Pattern.compile("CREATE EXTENSION (?:IF NOT EXISTS )?\"?([\\w-]+)", Pattern.CASE_INSENSITIVE);

    private final ServerSession session;
    private final List<String> refused = new ArrayList<>();

    ServerScript(ServerSession session) {
        this.session = session;
    }

    /** What the server had against statements. */
    List<String> refused() {
        return refused;
    }

    void run(String script) throws SQLException {
        for (StatementText statement : Splitter.split(script, new Span(0, script.length()))) {
            String sql = script.substring(statement.span().start(), statement.span().end());
            if (isAvailable(sql)) {
                session.send(sql).ifPresent(error -> refused.add(error + " in " + brief(sql)));
            }
        }
    }

    private static String brief(String sql) {
        String line = sql.replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), 200));
    }

    private boolean isAvailable(String sql) throws SQLException {
        Matcher extension = EXTENSION.matcher(sql);
        if (!extension.lookingAt()) {
            return true;
        }
        try (PreparedStatement available =
                session.connection().prepareStatement("SELECT FROM pg_available_extensions WHERE name = ?")) {
            available.setString(1, extension.group(1));
            return available.executeQuery().next();
        }
    }
}
