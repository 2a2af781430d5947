package dev.greenlight.oracle;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.StatementText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A script run on a server statement by statement to its end, but for extensions that the server does not have. */
public final class ServerScript {
    private static final Pattern EXTENSION =
            Pattern.compile("CREATE EXTENSION (?:IF NOT EXISTS )?\"?([\\w-]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern ROLE = Pattern.compile("role \"([^\"]+)\" does not exist");

    private final ServerSession session;
    private final List<String> refused = new ArrayList<>();

    public ServerScript(ServerSession session) {
        this.session = session;
    }

    /** What the server had against statements. */
    public List<String> refused() {
        return refused;
    }

    public void run(String script) throws SQLException {
        for (StatementText statement : Splitter.split(script, new Span(0, script.length()))) {
            String sql =
                    script.substring(statement.span().start(), statement.span().end());
            if (isAvailable(sql)) {
                send(sql).ifPresent(error -> refused.add(error + " in " + brief(sql)));
            }
        }
    }

    /** Roles are the server's, and in no script of a database. A tool on JDBC has to write question marks twice. */
    private Optional<ServerError> send(String sql) {
        String sent = sql.replace("??", "?");
        Optional<ServerError> error = session.send(sent);
        for (Matcher role = role(error); role.find(); role = role(error)) {
            session.require("CREATE ROLE \"" + role.group(1) + "\"");
            error = session.send(sent);
        }
        return error;
    }

    private static Matcher role(Optional<ServerError> error) {
        return ROLE.matcher(error.map(ServerError::toString).orElse(""));
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
