package dev.greenlight.replay;

import dev.greenlight.sql.SessionStatement;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import java.util.Locale;

/** Runs statements that change the session: of its settings only the search path is kept. */
final class SettingReplay {
    private SettingReplay() {}

    static void apply(SessionStatement statement, Execution execution) {
        switch (statement) {
            case SessionStatement.SetParameter set -> set(set, execution);
            case SessionStatement.SetRole set -> {
                if (set.role() != null) {
                    new Roles(execution).act(set.role());
                }
            }
            case SessionStatement.SetConstraints constraints -> {}
            case SessionStatement.Discard discard -> {
                if (discard.what().equals("ALL")) {
                    execution.set(execution.settings().reset());
                }
            }
            case SessionStatement.SetTransaction transaction -> {}
            case SessionStatement.Show show -> {}
            case SessionStatement.Listen listen -> {}
            case SessionStatement.Unlisten unlisten -> {}
            case SessionStatement.Notify notification -> {}
            case SessionStatement.Deallocate deallocate -> {}
            case SessionStatement.CloseCursor close -> {}
            case SessionStatement.Fetch fetch -> {}
            case SessionStatement.Load load -> {}
            case SessionStatement.Checkpoint checkpoint -> {}
        }
    }

    private static void set(SessionStatement.SetParameter set, Execution execution) {
        if (set.name().equals("all") && set.reset()) {
            execution.set(execution.settings().reset());
        } else if (set.name().equals("search_path")) {
            List<String> path = set.values().isEmpty() ? execution.settings().initial() : schemas(set.values());
            searchPath(path, set.local(), execution);
        } else if (set.name().equals("check_function_bodies")) {
            execution.set(execution.settings().withChecksBodies(set.values().isEmpty() || isOn(set.values())));
        }
    }

    /** Manual 20.1.1, Parameter Names and Values. */
    private static boolean isOn(List<Token> values) {
        return List.of("on", "true", "yes", "1", "t", "y", "default")
                .contains(values.getFirst().value().toLowerCase(Locale.ROOT));
    }

    private static List<String> schemas(List<Token> values) {
        return values.stream()
                .filter(value -> !value.is(TokenKind.COMMA))
                .map(Token::value)
                .toList();
    }

    /** Outside of a transaction block SET LOCAL does nothing but warn (manual SET). */
    static void searchPath(List<String> path, boolean local, Execution execution) {
        Settings settings = execution.settings();
        if (!local) {
            execution.set(settings.withSearchPath(path));
        } else if (execution.inTransactionBlock()) {
            execution.set(settings.withLocalSearchPath(path));
        }
    }
}
