package dev.greenlight.lint.ignore;

import dev.greenlight.rule.Directive;
import dev.greenlight.rule.Directive.Ignore;
import dev.greenlight.rule.Directive.Misspelt;
import dev.greenlight.rule.Directive.Mistake;
import dev.greenlight.rule.Directive.RuleName;
import dev.greenlight.rule.Directive.Scope;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code greenlight:ignore rule-a,rule-b reason}, and the same with {@code ignore-file}. */
final class DirectiveParser {
    private static final String PREFIX = "greenlight:";
    private static final String STATEMENT = "ignore";
    private static final String FILE = "ignore-file";

    private final CommentText comment;
    private final String text;
    private int position;

    private DirectiveParser(CommentText comment) {
        this.comment = comment;
        this.text = comment.text();
    }

    /**
     * What the comment says to Greenlight, if it says anything to it.
     *
     * @param statement the part of the file that is the statement which the comment stands at, comments included
     */
    static Optional<Directive> parse(SourceFile file, Token token, @Nullable Span statement) {
        CommentText comment = CommentText.of(file, token);
        return new DirectiveParser(comment).parse(statement);
    }

    private Optional<Directive> parse(@Nullable Span statement) {
        String verb = text.startsWith(PREFIX) ? verb() : "";
        SourceFile file = comment.file();
        Span span = comment.comment().span();
        return switch (verb) {
            case STATEMENT -> Optional.of(ignore(Scope.STATEMENT, statement));
            case FILE ->
                Optional.of(
                        comment.isAlone()
                                ? ignore(Scope.FILE, new Span(0, file.text().length()))
                                : new Misspelt(file, span, Mistake.BESIDE_CODE));
            default -> Misspellings.find(text).map(mistake -> new Misspelt(file, span, mistake));
        };
    }

    private String verb() {
        position = PREFIX.length();
        return word("");
    }

    private Ignore ignore(Scope scope, @Nullable Span reach) {
        List<RuleName> rules = rules();
        String reason = text.substring(position).strip().replaceAll("\\s+", " ");
        return new Ignore(comment.file(), comment.comment().span(), scope, rules, reason, reach);
    }

    /** Stops behind the last name; a colon there is passed over, as others have one before the reason. */
    private List<RuleName> rules() {
        List<RuleName> rules = new ArrayList<>();
        do {
            skipBlanks();
            int start = position;
            String id = word(",:");
            if (!id.isEmpty()) {
                int offset = comment.span().start() + start;
                rules.add(new RuleName(id, new Span(offset, offset + id.length())));
            }
            skipBlanks();
        } while (take(','));
        take(':');
        return rules;
    }

    private String word(String ends) {
        int start = position;
        while (position < text.length()
                && !Character.isWhitespace(text.charAt(position))
                && ends.indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return text.substring(start, position);
    }

    private void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private boolean take(char mark) {
        boolean found = position < text.length() && text.charAt(position) == mark;
        position += found ? 1 : 0;
        return found;
    }
}
