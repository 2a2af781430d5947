package dev.greenlight.graph;

import dev.greenlight.catalog.Origin;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.Parser;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.SqlBody;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.ViewStatement;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a view or a function in SQL reads whenever it is asked, whatever rows there are: the one thing in the FROM of a
 * query that has nothing else that could end it early, or that might not be asked.
 */
final class OnlySource {
    private static final String NONE = "";

    private OnlySource() {}

    /** Its name without the schema; empty where that is not certain. */
    static String of(ViewCircle.Member member) {
        @Nullable Statement made = made(member.origin());
        if (made instanceof ViewStatement.CreateView view && !view.recursive()) {
            return of(view.query());
        }
        return made instanceof RoutineStatement.CreateRoutine routine
                        && routine.language().equals("sql")
                        && routine.body() != null
                ? of(SqlBody.statements(routine.body()))
                : NONE;
    }

    private static @Nullable Statement made(@Nullable Origin origin) {
        List<StatementText> texts =
                origin == null ? List.of() : Splitter.split(origin.file().text(), origin.span());
        return texts.isEmpty() ? null : Parser.parse(texts.getFirst());
    }

    private static String of(List<Statement> body) {
        return body.size() == 1 && body.getFirst() instanceof DataStatement.Select select ? of(select.query()) : NONE;
    }

    /** {@code SELECT a, b FROM name} or {@code … FROM name()}, and no more. */
    private static String of(Query query) {
        List<Token> tokens = query.tokens();
        int from = IntStream.range(0, tokens.size())
                .filter(i -> tokens.get(i).isWord("from"))
                .findFirst()
                .orElse(-1);
        boolean columns = from > 0
                && tokens.getFirst().isWord("select")
                && tokens.subList(0, from).stream().noneMatch(token -> token.nesting() != 0);
        return columns ? name(tokens.subList(from + 1, tokens.size())) : NONE;
    }

    private static String name(List<Token> behind) {
        int end = behind.size();
        if (end > 2
                && behind.get(end - 2).is(TokenKind.LEFT_PAREN)
                && behind.get(end - 1).is(TokenKind.RIGHT_PAREN)) {
            end -= 2;
        }
        boolean qualified = end == 3 && behind.get(1).is(TokenKind.DOT);
        return end == 1 || qualified ? behind.get(end - 1).value() : NONE;
    }
}
