package dev.greenlight.rule;

import java.util.Locale;

/**
 * Something that Greenlight looks for. Its texts, but for the messages, are in its page; its id is its class' name in
 * kebab case.
 */
public sealed interface Check permits Rule, DirectiveRule {
    /** Such as {@code create-index-blocks-writes}; also the name of its page. */
    default String id() {
        String name = getClass().getSimpleName();
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean begins =
                    i > 0 && Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1));
            id.append(begins ? "-" : "").append(name.charAt(i));
        }
        return id.toString().toLowerCase(Locale.ROOT);
    }
}
