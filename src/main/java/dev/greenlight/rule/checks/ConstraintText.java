package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.source.Span;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.TableStatement;
import dev.greenlight.sql.Token;
import java.util.List;
import java.util.stream.Collectors;

/** What to write behind {@code ALTER TABLE … ADD} to get a constraint. */
final class ConstraintText {
    private ConstraintText() {}

    static String of(Change change, ConstraintOperation.AddConstraint add) {
        String written = withoutName(change.text(add.span()));
        String name = "CONSTRAINT " + Identifiers.quote(add.constraint().name()) + " ";
        return isTableConstraint(change, add) ? name + written : name + columnConstraint(add, written);
    }

    /** The constraint without the {@code CONSTRAINT name} in front of it. */
    static String withoutName(String written) {
        List<Token> tokens = Lexer.tokenize(written, new Span(0, written.length())).stream()
                .filter(token -> !token.kind().isTrivia())
                .toList();
        return tokens.getFirst().isWord("constraint")
                ? written.substring(tokens.get(2).start())
                : written;
    }

    /** Whether it was written on its own and not at a column. */
    private static boolean isTableConstraint(Change change, ConstraintOperation.AddConstraint add) {
        return change.statement() instanceof TableStatement.AlterTable alter
                && alter.actions().stream()
                        .anyMatch(action -> action instanceof AlterTableAction.AddConstraint one
                                && one.constraint().span().equals(add.span()));
    }

    /** One that was written at a column names it nowhere. */
    private static String columnConstraint(ConstraintOperation.AddConstraint add, String written) {
        return switch (add.constraint()) {
            case TableConstraint.ForeignKey key -> "FOREIGN KEY (" + columns(add, key) + ") " + written;
            case TableConstraint.Check ignored -> written;
            case TableConstraint.Unique ignored -> written;
            case TableConstraint.Exclusion ignored -> written;
        };
    }

    private static String columns(ConstraintOperation.AddConstraint add, TableConstraint constraint) {
        return constraint.columns().stream()
                .flatMap(number -> add.table().column(number).stream())
                .map(Column::name)
                .map(Identifiers::quote)
                .collect(Collectors.joining(", "));
    }
}
