package dev.greenlight.catalog.ddl;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A condition on one table's columns as {@code pg_get_expr} writes it (manual 9.27.4), where that is certain: of
 * comparisons with constants and columns, IN, BETWEEN, IS NULL, and what AND, OR and NOT make of them. Others are as
 * they were written.
 */
final class ConditionText {
    // What is in front of blanks ends with none, so that a long row of them is gone through once.
    private static final Pattern IS_NULL = pattern("(.*?\\S)\\s++is\\s++(not\\s++)?null");
    private static final Pattern NOT = pattern("not\\s+(.+)");
    private static final Pattern IN = pattern("(.*?\\S)\\s++(not\\s++)?in\\s*+\\((.+)\\)");
    private static final Pattern ANY =
            pattern("([^<>=!]*[^<>=!\\s])\\s*+=\\s*+any\\s*+\\(\\s*+array\\s*+\\[(.+)\\]\\s*+\\)");
    private static final Pattern BETWEEN = pattern("(.*?\\S)\\s++(not\\s++)?between\\s++(.*?\\S)\\s++and\\s++(.+)");
    private static final Pattern OPEN_BETWEEN = pattern(".*\\bbetween\\b(?!.*\\band\\b).*");
    private static final Pattern COMPARISON =
            pattern("([^<>=!~]*[^<>=!~\\s])\\s*+(<=|>=|<>|!=|=|<|>|!~\\*|!~|~\\*|~)\\s*+([^<>=!~]+|'[^']*')");

    private final OperandText operands;

    ConditionText(Relation table, SearchPath path) {
        this.operands = new OperandText(table instanceof Table it ? it : null, path);
    }

    private static Pattern pattern(String form) {
        return Pattern.compile(form, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    String of(String written) {
        return condition(written).orElse("(" + written + ")");
    }

    /** A call, which needs no parentheses as a key of an index. */
    Optional<String> call(String written) {
        return operands.operand(written.strip())
                .filter(OperandText.Operand::call)
                .map(OperandText.Operand::text);
    }

    private Optional<String> condition(String written) {
        String text = Parts.withoutParentheses(written);
        List<String> either = Parts.split(text, "or");
        if (either.size() > 1) {
            return joined(flat(either, "or"), " OR ");
        }
        List<String> all = conjuncts(text);
        return all.size() > 1 ? joined(flat(all, "and"), " AND ") : single(text);
    }

    /** What AND joins, but for the one that belongs to BETWEEN. */
    private static List<String> conjuncts(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : Parts.split(text, "and")) {
            boolean bound =
                    !parts.isEmpty() && OPEN_BETWEEN.matcher(parts.getLast()).matches();
            parts.add(bound ? parts.removeLast() + " and " + part : part);
        }
        return parts;
    }

    /** PostgreSQL takes {@code (a AND b) AND c} for {@code a AND b AND c}, and not what is in parentheses later. */
    private static List<String> flat(List<String> parts, String word) {
        String inner = Parts.withoutParentheses(parts.getFirst());
        List<String> first = word.equals("and") ? conjuncts(inner) : Parts.split(inner, word);
        if (first.size() < 2) {
            return parts;
        }
        List<String> flat = new ArrayList<>(flat(first, word));
        flat.addAll(parts.subList(1, parts.size()));
        return flat;
    }

    private Optional<String> joined(List<String> parts, String word) {
        List<String> texts =
                parts.stream().flatMap(part -> condition(part).stream()).toList();
        return texts.size() == parts.size() ? Optional.of("(" + String.join(word, texts) + ")") : Optional.empty();
    }

    private Optional<String> single(String text) {
        Matcher not = NOT.matcher(text);
        if (not.matches()) {
            return condition(not.group(1)).map(inner -> "(NOT " + inner + ")");
        }
        Matcher isNull = IS_NULL.matcher(text);
        if (isNull.matches()) {
            String words = isNull.group(2) == null ? " IS NULL)" : " IS NOT NULL)";
            return operands.operand(isNull.group(1))
                    .map(operand -> "(" + (operand.call() ? operand.text() : operand.bare()) + words);
        }
        Matcher in = IN.matcher(text);
        if (in.matches()) {
            return in(in.group(1), in.group(2) != null, Parts.split(in.group(3), ","));
        }
        Matcher any = ANY.matcher(text);
        if (any.matches()) {
            return any(any.group(1), Parts.split(any.group(2), ","));
        }
        Matcher between = BETWEEN.matcher(text);
        if (between.matches()) {
            List<String> bounds = List.of(between.group(3), between.group(4));
            return between(between.group(1), between.group(2) != null, bounds);
        }
        Matcher comparison = COMPARISON.matcher(text);
        return comparison.matches()
                ? compared(comparison.group(1), comparison.group(2), comparison.group(3))
                : operands.operand(text).filter(it -> it.type().is("bool")).map(OperandText.Operand::text);
    }

    private Optional<String> compared(String left, String operator, String right) {
        String symbol = operator.equals("!=") ? "<>" : operator;
        return operands.operand(left.strip())
                .flatMap(operand -> operands.constant(right.strip(), operand.type())
                        .or(() -> operands.alike(right.strip(), operand))
                        .map(other -> "(" + operand.text() + " " + symbol + " " + other + ")"));
    }

    private Optional<String> between(String value, boolean not, List<String> bounds) {
        Optional<String> least = compared(value, not ? "<" : ">=", bounds.getFirst());
        Optional<String> most = compared(value, not ? ">" : "<=", bounds.getLast());
        return least.flatMap(left -> most.map(right -> "(" + left + (not ? " OR " : " AND ") + right + ")"));
    }

    /** Constants in an array are of the type of what they are compared with only where that is text. */
    private Optional<String> any(String left, List<String> written) {
        return operands.operand(left.strip())
                .filter(operand -> operand.type().is("text"))
                .flatMap(operand -> {
                    List<String> elements = written.stream()
                            .flatMap(element -> operands.constant(element.strip(), operand.type()).stream())
                            .toList();
                    return elements.size() == written.size()
                            ? Optional.of("(" + operand.text() + " = ANY (ARRAY[" + String.join(", ", elements) + "]))")
                            : Optional.empty();
                });
    }

    private Optional<String> in(String left, boolean not, List<String> written) {
        if (written.size() == 1) {
            return compared(left, not ? "<>" : "=", written.getFirst());
        }
        return operands.operand(left.strip()).flatMap(operand -> {
            List<String> elements = written.stream()
                    .flatMap(element -> operands.element(element.strip(), operand).stream())
                    .toList();
            String array = elements.stream().collect(Collectors.joining(", ", "ARRAY[", "]"));
            String typed = operand.widened() ? "(" + array + ")::text[]" : array;
            return elements.size() == written.size()
                    ? Optional.of("(" + operand.text() + (not ? " <> ALL (" : " = ANY (") + typed + "))")
                    : Optional.empty();
        });
    }
}
