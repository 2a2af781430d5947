package dev.greenlight.replay;

import dev.greenlight.catalog.Needs;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.Scope;
import java.util.ArrayList;
import java.util.List;

/** Finds what the commands of a rule name (manual 39). Its condition is not read. */
final class RuleNames {
    private final Execution execution;
    private final NeedsBuilder needs = new NeedsBuilder();

    RuleNames(Execution execution) {
        this.execution = execution;
    }

    /**
     * @param body from WHERE or DO to the end
     */
    Needs read(List<Token> body, Scope rows) {
        int start = commands(body);
        List<Token> commands = body.subList(start, body.size());
        if (commands.isEmpty() || commands.getFirst().isWord("nothing")) {
            return needs.build();
        }
        boolean several = commands.getFirst().is(TokenKind.LEFT_PAREN);
        List<Token> command = new ArrayList<>();
        for (Token token : several ? commands.subList(1, commands.size() - 1) : commands) {
            if (token.is(TokenKind.SEMICOLON)) {
                read(command, rows, needs);
                command.clear();
            } else {
                command.add(token);
            }
        }
        read(command, rows, needs);
        return needs.build();
    }

    /** Behind DO, and ALSO or INSTEAD if written. */
    private static int commands(List<Token> body) {
        int position = 0;
        while (position < body.size() && !body.get(position).isWord("do")) {
            position++;
        }
        position++;
        if (position < body.size()
                && (body.get(position).isWord("also") || body.get(position).isWord("instead"))) {
            position++;
        }
        return Math.min(position, body.size());
    }

    private void read(List<Token> command, Scope rows, NeedsBuilder into) {
        if (!command.isEmpty()) {
            into.all(new QueryNames(execution).query(new Query(command), rows).needs());
        }
    }
}
