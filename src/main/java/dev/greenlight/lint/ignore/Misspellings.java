package dev.greenlight.lint.ignore;

import dev.greenlight.rule.Directive.Mistake;
import dev.greenlight.rule.Nearest;
import dev.greenlight.rule.checks.Checks;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what was meant for a directive from prose that happens to begin with Greenlight's name, and from what is meant
 * for other tools. Words that prose could have count only where they end the comment or a rule's id follows them.
 */
final class Misspellings {
    /** Joined to the name, as no prose is: {@code greenlight:disable}, {@code greenlight-ignore}. */
    private static final Pattern JOINED =
            pattern("@?greenlight(?::(?=[a-z])|[-_](?=(?:ignore|disable|suppress|nolint|noqa)\\b))(?<verb>[\\w-]+).*");

    /** {@code greenlight: ignore drop-table}. */
    private static final Pattern APART = pattern(
            "@?greenlight[\\s:=]+(?<verb>(?:ignore|disable|suppress)(?:-[a-z-]+)?)\\b[\\s:=(\\[]*(?<rule>[a-z-]*).*");

    /** In the words of Squawk's users, whose rules have other ids. */
    private static final Pattern SQUAWK = pattern("squawk-(?<verb>ignore(?:-file)?)[\\s:]+(?<rule>[a-z-]*).*");

    private Misspellings() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    static Optional<Mistake> find(String comment) {
        Matcher joined = JOINED.matcher(comment);
        if (joined.matches()) {
            return mistake(joined);
        }
        List<String> rules = Checks.ids();
        Matcher squawk = SQUAWK.matcher(comment);
        if (squawk.matches() && rules.contains(squawk.group("rule"))) {
            return mistake(squawk);
        }
        Matcher apart = APART.matcher(comment);
        return apart.matches() && isMeant(apart, rules) ? mistake(apart) : Optional.empty();
    }

    private static boolean isMeant(Matcher apart, List<String> rules) {
        String rule = apart.group("rule");
        return apart.end("rule") == apart.end() && rule.isEmpty()
                || rules.contains(rule)
                || rule.contains("-") && !Nearest.to(rule, rules).isEmpty();
    }

    private static Optional<Mistake> mistake(Matcher matcher) {
        return Optional.of(matcher.group("verb").contains("file") ? Mistake.FORM_FOR_FILE : Mistake.FORM);
    }
}
