package dev.greenlight.sql;

import dev.greenlight.postgres.Persistence;
import dev.greenlight.postgres.ReferentialAction;
import dev.greenlight.source.Span;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A syntax tree as text for fixtures: one line for each node, its place shown as the text that stands there. What is
 * null, false, empty (but not where it could be null) or what holds anyway is left out.
 */
public final class TreeText {
    private static final Set<Enum<?>> UNREMARKABLE = Set.of(
            Persistence.PERMANENT,
            DropBehavior.RESTRICT,
            ReferentialAction.NO_ACTION,
            Constraint.Match.SIMPLE,
            TableStatement.OnCommit.PRESERVE_ROWS);

    private final String sql;
    private final List<String> lines = new ArrayList<>();

    private TreeText(String sql) {
        this.sql = sql;
    }

    /** The lines of a tree that was read from {@code sql}. */
    static List<String> of(Statement statement, String sql) {
        return of((Record) statement, sql);
    }

    /** As {@link #of(Statement, String)}, of any node in such a tree. */
    static List<String> of(AlterTableAction action, String sql) {
        return of((Record) action, sql);
    }

    /** As {@link #of(Statement, String)}, of any tree. */
    public static List<String> of(Record node, String sql) {
        TreeText text = new TreeText(sql);
        text.node("", "", node);
        return text.lines;
    }

    private void node(String indent, String label, Record node) {
        List<RecordComponent> leaves = new ArrayList<>();
        List<RecordComponent> branches = new ArrayList<>();
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            (isBranch(value(component, node)) ? branches : leaves).add(component);
        }
        String head = leaves.stream().map(leaf -> leaf(leaf, node)).collect(Collectors.joining());
        lines.add(indent + label + node.getClass().getSimpleName() + head);
        for (RecordComponent branch : branches) {
            branch(indent + "  ", branch.getName() + ": ", value(branch, node));
        }
    }

    private void branch(String indent, String label, @Nullable Object value) {
        if (value instanceof List<?> list) {
            list.forEach(element -> branch(indent, label, element));
        } else if (value instanceof Record node) {
            node(indent, label, node);
        }
    }

    private static boolean isBranch(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return !list.isEmpty() && isBranch(list.getFirst());
        }
        return value instanceof Record && !isLeaf(value);
    }

    private static boolean isLeaf(Object value) {
        return value instanceof Span
                || value instanceof Name
                || value instanceof ObjectName
                || value instanceof Expression
                || value instanceof Query
                || value instanceof TypeName
                || value instanceof Setting
                || value instanceof Token
                || value instanceof ConstraintAttributes;
    }

    private String leaf(RecordComponent component, Record node) {
        Object value = value(component, node);
        if (value == null || value.equals(false) || UNREMARKABLE.contains(value)) {
            return "";
        }
        if (value.equals(List.of()) && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return "";
        }
        if (value instanceof Span span) {
            return node instanceof Statement ? "" : " " + quote(span);
        }
        if (value instanceof ConstraintAttributes attributes) {
            return attributes(attributes);
        }
        return " " + component.getName() + (value.equals(true) ? "" : "=" + leaf(value));
    }

    private String attributes(ConstraintAttributes attributes) {
        String flags = Arrays.stream(ConstraintAttributes.class.getRecordComponents())
                .filter(flag -> !flag.getName().equals("enforced"))
                .map(flag -> leaf(flag, attributes))
                .collect(Collectors.joining());
        return flags + (attributes.enforced() ? "" : " notEnforced");
    }

    private String leaf(Object value) {
        return switch (value) {
            case Name name -> name.value();
            case Expression expression -> quote(expression.span());
            case Query query -> quote(query.span());
            case TypeName type -> type(type);
            case Setting setting -> quote(setting.span()) + setting.name() + "=" + setting.text();
            case Token token -> token.value();
            case List<?> list -> list.stream().map(this::leaf).collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }

    private String type(TypeName type) {
        String modifiers = type.modifiers().isEmpty() ? "" : "(" + String.join(",", type.modifiers()) + ")";
        return quote(type.span())
                + (type.setOf() ? "SETOF " : "")
                + type.name()
                + (type.percentType() ? "%TYPE" : "")
                + modifiers
                + "[]".repeat(type.arrayDimensions());
    }

    private String quote(Span span) {
        List<String> lines = sql.substring(span.start(), span.end()).lines().toList();
        String last = lines.size() < 2 ? "" : " … " + lines.getLast().strip();
        return "«" + (lines.isEmpty() ? "" : lines.getFirst()) + last + "»";
    }

    /** What a node has for one of its components. */
    public static @Nullable Object value(RecordComponent component, Record node) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
