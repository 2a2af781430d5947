package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for nodes of a tree that are not where they say: a node covers whole tokens within the node that holds it,
 * nodes of a list follow one another, and what stands under a node's span is what the node says.
 */
final class TreePlaces {
    private final String sql;
    private final List<Token> tokens;
    /** The indexes of tokens, by where they start. */
    private final Map<Integer, Integer> starts = new HashMap<>();

    private final Set<Integer> ends;
    private final List<String> complaints = new ArrayList<>();

    private TreePlaces(String sql, StatementText text) {
        this.sql = sql;
        this.tokens = text.tokens();
        this.ends = tokens.stream().map(Token::end).collect(Collectors.toSet());
        for (int i = 0; i < tokens.size(); i++) {
            starts.put(tokens.get(i).start(), i);
        }
    }

    /** What is wrong with the places of a statement's nodes; {@code sql} is the text that the statement stands in. */
    static List<String> complaints(String sql, StatementText text) {
        TreePlaces places = new TreePlaces(sql, text);
        Statement statement = Parser.parse(text);
        if (!statement.span().equals(text.span())) {
            places.complaints.add("the statement " + statement.span() + " is not " + text.span());
        }
        places.visit(statement, text.span());
        return places.complaints;
    }

    private void visit(@Nullable Object node, Span within) {
        switch (node) {
            case List<?> list -> {
                list.forEach(element -> visit(element, within));
                follow(list);
            }
            case Span span -> covers(span, within);
            case Name name -> says(name);
            case Token token -> {
                if (!token.span().isEmpty()) {
                    covers(token.span(), within);
                }
            }
            case Record parent -> record(parent, within);
            case null, default -> {}
        }
    }

    private void record(Record parent, Span within) {
        Span own = span(parent).filter(span -> !span.isEmpty()).orElse(within);
        covers(own, within);
        says(parent, own);
        if (parent instanceof TypeName) {
            return; // Types with a syntax of their own have names that are not written.
        }
        for (RecordComponent component : parent.getClass().getRecordComponents()) {
            visit(TreeText.value(component, parent), own);
        }
    }

    private static Optional<Span> span(Object node) {
        return node instanceof Record parent
                ? Stream.of(parent.getClass().getRecordComponents())
                        .filter(component -> component.getType() == Span.class)
                        .map(component -> (Span) Objects.requireNonNull(TreeText.value(component, parent)))
                        .findFirst()
                : Optional.empty();
    }

    private void covers(Span span, Span within) {
        check(within.contains(span), "outside of what holds it", span);
        check(starts.containsKey(span.start()) && ends.contains(span.end()), "no whole tokens", span);
    }

    /** Nodes of a list stand in its order and do not overlap. */
    private void follow(List<?> list) {
        int end = 0;
        for (Object element : list) {
            Span span = element instanceof Name ? null : span(element).orElse(null);
            if (span != null) {
                check(span.start() >= end, "overlaps the node before it", span);
                end = span.end();
            }
        }
    }

    /** A name is one token, but for what is written in several words, such as a cast or ALTER SYSTEM. */
    private void says(Name name) {
        List<Token> written = under(name.span());
        boolean same = written.size() == 1
                ? named(written.getFirst()).equals(name.value())
                : joined(written).equalsIgnoreCase(name.value().replace(" ", ""));
        check(same, "not the name " + name.value(), name.span());
    }

    /** The label of an enum is a string, and is not cut as names are. */
    private static String named(Token token) {
        return CallParser.isText(token) ? token.value() : Name.of(token).value();
    }

    private static String joined(List<Token> tokens) {
        return tokens.stream().map(token -> token.value().replace(" ", "")).collect(Collectors.joining());
    }

    private void says(Record node, Span span) {
        switch (node) {
            case Expression expression ->
                check(expression.tokens().equals(under(expression.span())), "other tokens", span);
            case Query query ->
                check(new HashSet<>(under(query.span())).containsAll(query.tokens()), "other tokens", span);
            case TypeName type -> readAgain(type, span);
            case ColumnDefinition column -> check(column.name().span().start() == span.start(), "no column", span);
            case AlterTableAction action -> readAgain(action, span);
            case Statement inner -> readAgain(inner, span);
            default -> {}
        }
    }

    private void readAgain(TypeName type, Span span) {
        if (type.name().parts().getFirst().value().equals("none")) {
            return;
        }
        TypeName again = TypeNameParser.routineType(new Cursor(under(span)));
        boolean same = again.name().toString().equals(type.name().toString())
                && again.modifiers().equals(type.modifiers())
                && again.arrayDimensions() == type.arrayDimensions();
        check(same, "not the type " + type.name(), span);
    }

    /** What an action says does not depend on what stands around it, but for one that partitions of indexes have. */
    private void readAgain(AlterTableAction action, Span span) {
        boolean index = action instanceof AlterTableAction.AttachPartition attached && attached.bound() == null;
        String alone = (index ? "ALTER INDEX t " : "ALTER TABLE t ") + text(span);
        boolean same = Parsing.parse(alone) instanceof TableStatement.AlterTable read
                && read.actions().size() == 1
                && TreeText.of(read.actions().getFirst(), alone).equals(TreeText.of(action, sql));
        check(same, "not the action", span);
    }

    private void readAgain(Statement statement, Span span) {
        String alone = text(span);
        boolean same =
                span.length() == tokens.getLast().end() - tokens.getFirst().start()
                        || TreeText.of(Parsing.parse(alone), alone).equals(TreeText.of(statement, sql));
        check(same, "not the statement", span);
    }

    private String text(Span span) {
        return sql.substring(span.start(), span.end());
    }

    private List<Token> under(Span span) {
        Integer first = starts.get(span.start());
        return first == null
                ? List.of()
                : tokens.stream()
                        .skip(first)
                        .takeWhile(token -> token.end() <= span.end())
                        .toList();
    }

    private void check(boolean holds, String complaint, Span span) {
        if (!holds) {
            complaints.add(span + " " + complaint + ": " + text(span));
        }
    }
}
