package dev.greenlight.migration;

import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Where Liquibase ends the statements of a change ({@code StringUtil.processMultiLineSQL} and {@code isDelimiter}): at
 * a semicolon, and at {@code GO} or a slash that begins a line, unless a delimiter is given; but not between
 * {@code BEGIN} and {@code END}, wherever these words stand.
 */
final class LiquibaseDelimiters {
    private static final Set<String> NO_BLOCK = Set.of("transaction", "trans", "tran");
    private static final Set<String> NO_BEGIN = Set.of("dialog", "conversation", "distributed");

    private final String text;
    private final List<Span> pieces;
    private final Set<Span> whole;
    private final BiPredicate<String, String> delimiter;

    private LiquibaseDelimiters(String text, MergedTokens tokens, BiPredicate<String, String> delimiter) {
        this.text = text;
        this.pieces = tokens.pieces();
        this.whole = tokens.whole();
        this.delimiter = delimiter;
    }

    /** In their order; none if the change is not divided. */
    static List<Span> of(String text, SplitRule rule) {
        if (!rule.splits()) {
            return List.of();
        }
        List<Span> tokens = LiquibaseTokens.of(text, !rule.withoutComments());
        String given = rule.delimiter();
        if (given == null) {
            MergedTokens apart = new MergedTokens(tokens, Set.of(), List.of());
            return new LiquibaseDelimiters(text, apart, LiquibaseDelimiters::isUsual).all();
        }
        MergedTokens merged = MergedTokens.of(text, tokens, given);
        List<Span> all = new LiquibaseDelimiters(text, merged, EndDelimiter.of(given)).all();
        all.addAll(merged.begun());
        return all;
    }

    private static boolean isUsual(String before, String piece) {
        return piece.equals(";") || (piece.equals("/") || piece.equalsIgnoreCase("go")) && beginsLine(before);
    }

    /** Where nothing is before it, a line begins. */
    static boolean beginsLine(String before) {
        return before.isEmpty() || before.endsWith("\n");
    }

    private List<Span> all() {
        List<Span> found = new ArrayList<>();
        int blocks = 0;
        String before = "";
        for (int i = 0; i < pieces.size(); i++) {
            String piece = text(i);
            blocks += change(i, piece, blocks);
            if (blocks == 0 && (whole.contains(pieces.get(i)) || delimiter.test(before, piece))) {
                found.add(pieces.get(i));
            }
            before = piece;
        }
        return found;
    }

    private int change(int i, String piece, int blocks) {
        if (piece.equalsIgnoreCase("begin")) {
            String next = next(i);
            return NO_BLOCK.contains(next) || NO_BEGIN.contains(next) ? 0 : 1;
        }
        return piece.equalsIgnoreCase("end") && blocks > 0 && !NO_BLOCK.contains(next(i)) ? -1 : 0;
    }

    /** In small letters. */
    private String next(int i) {
        for (int next = i + 1; next < pieces.size(); next++) {
            if (!text(next).isBlank()) {
                return text(next).toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private String text(int i) {
        Span piece = pieces.get(i);
        return text.substring(piece.start(), piece.end());
    }
}
