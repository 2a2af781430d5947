package dev.greenlight.sql.feature;

import dev.greenlight.source.Span;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.ColumnDefinition;
import dev.greenlight.sql.Constraint;
import dev.greenlight.sql.IndexElement;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TypeName;
import java.util.List;

/** Forms of columns and constraints (manual CREATE TABLE). */
final class ConstraintFeatures {
    private static final String NULLS_NOT_DISTINCT = "NULLS NOT DISTINCT";
    static final Form[] NULLS = {
        Form.of(15, "nulls not distinct", NULLS_NOT_DISTINCT), Form.of(15, "nulls distinct"),
    };
    private static final Form[] SET_COLUMNS = {
        Form.of(15, "set null (", "ON DELETE SET NULL with columns"),
        Form.of(15, "set default (", "ON DELETE SET DEFAULT with columns"),
    };

    private ConstraintFeatures() {}

    static void column(ColumnDefinition column, Search search) {
        TypeName type = column.type();
        if (type != null) {
            storage(search.row(new Span(type.span().end(), column.span().end())), search);
        }
        ColumnDefinition.Generated generated = column.generated();
        if (generated != null && !generated.stored()) {
            search.add(18, "a virtual generated column", generated.span());
        }
        column.constraints().forEach(constraint -> find(constraint, search));
    }

    /** {@code STORAGE} and {@code COMPRESSION} stand behind the type. */
    private static void storage(Row behind, Search search) {
        int next = 0;
        if (behind.isWordAt(0, "storage")) {
            search.add(16, "STORAGE of a new column", behind.span(0, 1));
            next = 2;
        }
        if (behind.isWordAt(next, "compression")) {
            search.add(14, "COMPRESSION", behind.span(next, next + 1));
        }
    }

    /** A constraint that stands beside the columns. */
    static void table(Constraint constraint, Search search) {
        if (constraint instanceof Constraint.NotNull) {
            search.add(18, "NOT NULL as a constraint of the table", constraint.span());
        } else {
            find(constraint, search);
        }
    }

    private static void find(Constraint constraint, Search search) {
        Row outer = search.row(constraint.span()).outer();
        switch (constraint) {
            case Constraint.Check check -> enforced(outer, search);
            case Constraint.NotNull notNull -> {
                search.look(outer, Form.of(18, "no inherit", "NO INHERIT of NOT NULL"));
                enforced(outer, search);
            }
            case Constraint.Unique unique -> {
                search.look(outer, NULLS);
                search.look(search.row(unique.span()), Form.of(18, "without overlaps"));
                Parameters.find(unique.parameters(), search);
            }
            case Constraint.Exclude exclude -> {
                elements(exclude.elements(), search);
                Parameters.find(exclude.parameters(), search);
            }
            case Constraint.ForeignKey key -> {
                search.look(outer, SET_COLUMNS);
                period(key, search);
                enforced(outer, search);
            }
        }
    }

    private static void period(Constraint.ForeignKey key, Search search) {
        if (!key.period()) {
            return;
        }
        Row row = search.row(key.span());
        row.places("period")
                .filter(i -> !row.isAt(i + 1, TokenKind.COMMA) && !row.isAt(i + 1, TokenKind.RIGHT_PAREN))
                .filter(i -> row.isAt(i - 1, TokenKind.COMMA) || row.isAt(i - 1, TokenKind.LEFT_PAREN))
                .forEach(i -> search.add(18, "PERIOD", row.span(i, i + 1)));
    }

    /** What follows a constraint; its own name and that of the table it refers to may be the same word. */
    private static void enforced(Row outer, Search search) {
        outer.places("enforced")
                .filter(i -> !outer.isWordAt(i - 1, "constraint") && !outer.isWordAt(i - 1, "references"))
                .forEach(i -> enforced(outer, i, search));
    }

    private static void enforced(Row row, int at, Search search) {
        boolean not = row.isWordAt(at - 1, "not");
        search.add(18, not ? "NOT ENFORCED" : "ENFORCED", row.span(not ? at - 1 : at, at));
    }

    /** {@code ALTER CONSTRAINT}: at first it could only change when a foreign key is checked. */
    static void altered(AlterTableAction.AlterConstraint alter, Search search) {
        Row words = search.row(
                new Span(alter.constraint().span().end(), alter.span().end()));
        enforced(words, search);
        words.places("inherit").forEach(i -> {
            boolean no = words.isWordAt(i - 1, "no");
            String form = no ? "ALTER CONSTRAINT NO INHERIT" : "ALTER CONSTRAINT INHERIT";
            search.add(18, form, words.span(no ? i - 1 : i, i));
        });
    }

    /** Keys of an index: the parameters of an operator class stand in parentheses behind its name. */
    static void elements(List<IndexElement> elements, Search search) {
        for (IndexElement element : elements) {
            if (element.operatorClass() != null) {
                Span name = element.operatorClass().span();
                Row behind = search.row(new Span(name.end(), element.span().end()));
                if (behind.isAt(0, TokenKind.LEFT_PAREN)) {
                    search.add(13, "parameters of an operator class", behind.span(0, behind.closing(0)));
                }
            }
        }
    }
}
