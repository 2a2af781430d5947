package dev.greenlight.rule;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * One check of one statement. Its texts, but for the messages, are in its page; its id is its class' name in kebab
 * case.
 */
public interface Rule {
    /** What there is to say about the statement; nothing most of the time. */
    Stream<Observation> check(Change change);

    /** Such as {@code create-index-blocks-writes}; also the name of its page. */
    default String id() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
