package dev.greenlight.lint.ignore;

import dev.greenlight.migration.Migration;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.Step;
import dev.greenlight.rule.Directive;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file with all that ran of it: one that goes both ways has a run for each. */
final class LintedFile {
    /** How a comment that matters can begin. What is read further for it is less than the whole of a dump. */
    private static final List<String> MENTIONS = List.of("greenlight", "Greenlight", "GREENLIGHT", "squawk-ignore");

    private final SourceFile file;
    private final List<MigrationRun> runs;

    LintedFile(List<MigrationRun> runs) {
        this.runs = List.copyOf(runs);
        this.file = runs.getFirst().migration().file();
    }

    /** In the order of the file. */
    List<Directive> directives() {
        if (MENTIONS.stream().noneMatch(file.text()::contains)) {
            return List.of();
        }
        List<Directive> found = new ArrayList<>();
        Map<Integer, Span> statements = statementsOfComments();
        for (Token comment : comments()) {
            Span statement = statements.computeIfAbsent(comment.start(), start -> statementBehind(comment));
            DirectiveParser.parse(file, comment, statement).ifPresent(found::add);
        }
        return found;
    }

    /** Whether the statements in a part of the file are understood, so that what is found there is all. */
    boolean isFollowed(Span part) {
        return steps().filter(step -> part.contains(step.statement().span())).allMatch(LintedFile::isFollowed);
    }

    private static boolean isFollowed(Step step) {
        return switch (step.outcome()) {
            case Outcome.Applied applied -> true;
            case Outcome.Skipped skipped -> true;
            case Outcome.Failed failed -> false;
            case Outcome.Opaque opaque -> false;
            case Outcome.NotRead notRead -> false;
        };
    }

    private Stream<Step> steps() {
        return runs.stream().flatMap(run -> run.steps().stream());
    }

    private Stream<StatementText> texts() {
        return steps().map(step -> step.entry().text());
    }

    /** Those of statements, and those beyond all statements and sections. */
    private Iterable<Token> comments() {
        NavigableMap<Integer, Token> comments = new TreeMap<>();
        Lexer.tokenize(file.text(), new Span(0, file.text().length())).stream()
                .filter(token -> token.kind().isComment())
                .forEach(token -> comments.put(token.start(), token));
        texts().flatMap(text -> text.comments().stream()).forEach(token -> comments.put(token.start(), token));
        return comments.values();
    }

    /** What each comment speaks of that belongs to a statement: that and all comments at it. */
    private Map<Integer, Span> statementsOfComments() {
        Map<Integer, Span> statements = new TreeMap<>();
        texts().forEach(text -> {
            Span whole = text.comments().stream().map(Token::span).reduce(text.span(), Span::cover);
            text.comments().forEach(comment -> statements.put(comment.start(), whole));
        });
        return statements;
    }

    /** A mark of the tool's may part a comment from its statement, but not one way from the other. */
    private @Nullable Span statementBehind(Token comment) {
        for (MigrationRun run : runs) {
            Optional<Span> next = run.steps().stream()
                    .map(step -> step.entry().text())
                    .filter(text -> text.span().start() >= comment.end())
                    .map(StatementText::span)
                    .min(Comparator.comparingInt(Span::start));
            if (next.isPresent() && isIn(run.migration(), comment) && isNothingBetween(comment, next.get())) {
                return comment.span().cover(next.get());
            }
        }
        return null;
    }

    private static boolean isIn(Migration migration, Token comment) {
        return migration.sections().stream().anyMatch(section -> section.span().contains(comment.span()));
    }

    private boolean isNothingBetween(Token comment, Span statement) {
        return Lexer.tokenize(file.text(), new Span(comment.end(), statement.start())).stream()
                .allMatch(token -> token.kind().isTrivia());
    }
}
