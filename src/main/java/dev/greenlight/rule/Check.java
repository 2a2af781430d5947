package dev.greenlight.rule;

import java.util.Locale;

/**
 * Something that Greenlight looks for. Its texts, but for the messages, are in its page; its id is its class' name in
 * kebab case.
 */
public sealed interface Check permits Rule, DirectiveRule {
    /** Such as {@code create-index-blocks-writes}; also the name of its page. */
    default String id() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
