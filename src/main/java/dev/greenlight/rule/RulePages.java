package dev.greenlight.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages {@code rules/<id>.md} on the class path, each read when it is asked for. It is no list of the rules: those
 * who ask know the ids.
 */
public final class RulePages {
    private RulePages() {}

    /**
     * The page of a rule that is known to have one.
     *
     * @throws IllegalStateException if there is no such page, or it is not written as pages are
     */
    public static RulePage page(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("there is no page rules/" + id + ".md"));
    }

    /**
     * The page under an id that may be anything, such as a user's word; empty if there is none.
     *
     * @throws IllegalStateException if the page is not written as pages are
     */
    public static Optional<RulePage> find(String id) {
        if (!RulePageParser.isId(id)) {
            return Optional.empty();
        }
        String text = read("/rules/" + id + ".md");
        return text == null ? Optional.empty() : Optional.of(RulePageParser.parse(id, text));
    }

    private static @Nullable String read(String resource) {
        try (InputStream input = RulePages.class.getResourceAsStream(resource)) {
            return input == null ? null : new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
