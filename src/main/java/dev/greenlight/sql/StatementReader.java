package dev.greenlight.sql;

import dev.greenlight.source.Span;
import dev.greenlight.sql.StatementText.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one statement after the other from a lexer. */
final class StatementReader implements Iterator<StatementText> {
    /** psql's commands that send the statement before them (manual, psql, Meta-Commands). */
    private static final Set<String> SENDING =
            Set.of("g", "gx", "gexec", "gset", "gdesc", "crosstabview", "watch", "parse", "sendpipeline");

    private static final Pattern COMMANDS = Pattern.compile("\\\\");

    /** More are no statement that a server takes in reason, and fill the memory: what follows these is passed over. */
    private static final int MOST_TOKENS = 1_000_000;

    /** More of one file fill the memory, and are no migration that a person could look at: the rest is passed over. */
    static final int MOST_STATEMENTS = 1_000_000;

    /** Each recovery may read to the end of the text: a text with more mistakes is given up after these. */
    private static final int MOST_RECOVERIES = 16;

    private final String text;
    private final int limit;
    private final Lexer lexer;
    private final Trivia trivia;
    private final Deque<StatementText> ready = new ArrayDeque<>();
    private final List<StatementText> commandsWithin = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private final List<Token> comments = new ArrayList<>();
    private Boundary boundary = new Boundary();
    private @Nullable Token ahead;
    private boolean finished;
    private @Nullable Token passedOver;
    private int recoveries;
    private int statements;

    StatementReader(String text, Span span) {
        this(text, span, new Lexer(text, span));
    }

    private StatementReader(String text, Span span, Lexer lexer) {
        this.text = text;
        this.lexer = lexer;
        limit = span.end();
        trivia = new Trivia(text, limit);
    }

    /** A reader of a text that psql does not look into. */
    static StatementReader ofBody(String text, Span span) {
        return new StatementReader(text, span, Lexer.ofBody(text, span));
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !finished) {
            readToken();
        }
        return !ready.isEmpty();
    }

    @Override
    public StatementText next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void readToken() {
        Token token = ahead == null ? lexer.next() : ahead;
        ahead = null;
        if (token == null) {
            finished = true;
            end();
            return;
        }
        if (statements >= MOST_STATEMENTS && mayBegin(token)) {
            passOverRest(token);
            return;
        }
        switch (token.kind()) {
            case WHITESPACE, COPY_DATA -> {}
            case LINE_COMMENT, BLOCK_COMMENT -> comments.add(token);
            case META_COMMAND -> readCommand(token);
            default -> read(token);
        }
    }

    private static boolean mayBegin(Token token) {
        return switch (token.kind()) {
            case WHITESPACE, COPY_DATA, LINE_COMMENT, BLOCK_COMMENT, SEMICOLON -> false;
            default -> true;
        };
    }

    private void passOverRest(Token first) {
        Span rest = new Span(first.start(), trivia.trimmedEnd(first.start(), limit));
        ready.add(new StatementText(Kind.REST, rest, List.of(first), comments, false, null));
        finished = true;
    }

    private void read(Token token) {
        Unclosed unclosed = lexer.unclosed();
        if (unclosed != null && recover(token, unclosed)) {
            return;
        }
        if (!boundary.endsAt(token)) {
            add(token);
        } else if (!tokens.isEmpty()) {
            List<Token> next = readRestOfLine();
            emit(true, readRows());
            comments.addAll(next);
        }
    }

    private void add(Token token) {
        if (tokens.size() < MOST_TOKENS) {
            tokens.add(token);
        } else {
            passedOver = token;
        }
    }

    /** Takes the comments behind a statement on its line; gives them back if another statement follows on it. */
    private List<Token> readRestOfLine() {
        List<Token> found = new ArrayList<>();
        Token token = lexer.next();
        while (token != null && token.kind().isTrivia() && !trivia.hasNewline(token)) {
            if (token.kind().isComment()) {
                found.add(token);
            }
            token = lexer.next();
        }
        ahead = token;
        if (token != null && !token.is(TokenKind.WHITESPACE)) {
            return found;
        }
        comments.addAll(found);
        return List.of();
    }

    private @Nullable Span readRows() {
        if (ahead != null && ahead.is(TokenKind.WHITESPACE)) {
            ahead = lexer.next();
        }
        if (ahead == null || !ahead.is(TokenKind.COPY_DATA)) {
            return null;
        }
        Span rows = ahead.span();
        ahead = null;
        return rows;
    }

    private void readCommand(Token token) {
        ahead = lexer.next();
        boolean first = tokens.isEmpty();
        StatementText command = new StatementText(
                Kind.META_COMMAND, token.span(), List.of(token), first ? comments : List.of(), true, readRows());
        if (first) {
            comments.clear();
            ready.add(command);
            statements++;
        } else {
            commandsWithin.add(command);
            if (sends(token.value())) {
                emit(true, null);
            }
        }
    }

    /** A line may hold several commands: {@code \bind 1 \g}. */
    private static boolean sends(String line) {
        return COMMANDS.splitAsStream(line)
                .map(command -> command.strip().split("[^a-z]", 2)[0])
                .anyMatch(SENDING::contains);
    }

    private void end() {
        if (!tokens.isEmpty()) {
            int last = trivia.lineEnd(tokens.getLast().end());
            comments.removeIf(comment -> comment.start() > last);
            emit(false, null);
        }
    }

    private void emit(boolean terminated, @Nullable Span rows) {
        Token last = passedOver == null ? tokens.getLast() : passedOver;
        Span span = tokens.getFirst().span().cover(last.span());
        Kind kind = passedOver == null ? Kind.SQL : Kind.OVERLONG;
        ready.add(new StatementText(kind, span, tokens, comments, terminated, rows));
        passedOver = null;
        ready.addAll(commandsWithin);
        statements++;
        tokens.clear();
        comments.clear();
        commandsWithin.clear();
        boundary = new Boundary();
    }

    /**
     * Ends the statement at what is never closed, and goes on with the next one, if that can be found. In a text with
     * an odd number of quotes the last is the one left over, but an earlier string is the likely culprit if it holds
     * what looks like the beginning of a statement.
     */
    private boolean recover(Token error, Unclosed what) {
        recoveries++;
        if (recoveries > MOST_RECOVERIES) {
            return false;
        }
        for (Token suspect : tokens) {
            if (what.mayBe(suspect, text) && recoverFrom(suspect, what)) {
                return true;
            }
        }
        return recoverFrom(error, what);
    }

    private boolean recoverFrom(Token suspect, Unclosed what) {
        int start = suspect.start();
        int resume = Recovery.resume(text, start, suspect.end());
        if (resume < 0) {
            return false;
        }
        tokens.removeIf(token -> token.start() >= start);
        comments.removeIf(comment -> comment.start() >= start);
        commandsWithin.removeIf(command -> command.span().start() >= start);
        tokens.add(what.error(text, start, trivia.trimmedEnd(start, resume)));
        emit(false, null);
        lexer.resumeAt(resume);
        return true;
    }
}
