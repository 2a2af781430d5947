package dev.greenlight.migration;

import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tokens of which those that are a delimiter together are one, as Liquibase's {@code StringUtil.mergeTokens} makes them:
 * a token that does not go on with a delimiter that has begun does not begin another.
 *
 * @param whole those that are a delimiter together
 * @param begun the last tokens, if they begin a delimiter: Liquibase loses them
 */
record MergedTokens(List<Span> pieces, Set<Span> whole, List<Span> begun) {
    static MergedTokens of(String text, List<Span> tokens, String delimiter) {
        List<Span> pieces = new ArrayList<>();
        Set<Span> wholes = new HashSet<>();
        List<Span> begun = new ArrayList<>();
        String said = "";
        for (Span token : tokens) {
            String next = said + text.substring(token.start(), token.end());
            begun.add(token);
            boolean whole = begun.size() > 1 && delimiter.equals(next);
            if (!whole && delimiter.startsWith(next)) {
                said = next;
            } else {
                if (whole) {
                    wholes.add(begun.getFirst().cover(token));
                }
                pieces.addAll(whole ? List.of(begun.getFirst().cover(token)) : begun);
                begun.clear();
                said = "";
            }
        }
        return new MergedTokens(pieces, wholes, begun);
    }
}
