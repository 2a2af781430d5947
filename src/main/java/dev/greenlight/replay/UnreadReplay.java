package dev.greenlight.replay;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Unread;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Passes over text that is no known statement. What it names may exist from then on, for all that is known, unless its
 * first word says that it only deals with rows or privileges.
 */
final class UnreadReplay {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
    private static final Set<String> HARMLESS = Set.of(
            "analyze", "comment", "copy", "delete", "grant", "insert", "merge", "revoke", "set", "update", "vacuum");

    private UnreadReplay() {}

    static void apply(Unread unread, Execution execution) {
        execution.notRead();
        switch (unread) {
            case Unread.MetaCommand command -> {}
            case Unread.Unparsed unparsed -> obscure(unparsed.span(), execution);
            case Unread.Template template -> obscure(template.span(), execution);
        }
    }

    /** Also for a statement that was read but whose effects are known only when it runs. */
    static void obscure(Span span, Execution execution) {
        List<String> words = words(execution.text(span));
        if (words.isEmpty() || !HARMLESS.contains(words.getFirst())) {
            execution.obscure(words);
        }
    }

    private static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
