package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a string at a place in a statement is read as a label of an enum type, told from the tokens around it. */
final class LabelPlace {
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", ">", "<=", ">=");

    private final Execution execution;
    private final List<Token> tokens;
    private final int place;
    private final QualifiedName type;

    LabelPlace(Execution execution, List<Token> tokens, int place, QualifiedName type) {
        this.execution = execution;
        this.tokens = tokens;
        this.place = place;
        this.type = type;
    }

    boolean isLabel(Statement statement) {
        if (at(place + 1, TokenKind.TYPECAST)) {
            return isTypeName(place + 2);
        }
        return isWord(place + 1, "as") && isTypeName(place + 2)
                || isName(place - 1) && isTypeName(place - 1)
                || isCompared()
                || isListed()
                || isDefault()
                || statement instanceof DataStatement.Insert insert && isInserted(insert);
    }

    /** The type's own name, at its end if a schema stands before it. */
    private boolean isTypeName(int index) {
        int last = at(index + 1, TokenKind.DOT) ? index + 2 : index;
        return isName(last) && tokens.get(last).value().equals(type.name());
    }

    private boolean isCompared() {
        return isComparison(place - 1) && isColumn(place - 2) || isComparison(place + 1) && isColumn(place + 2);
    }

    private boolean isComparison(int index) {
        return at(index, TokenKind.OPERATOR)
                && COMPARISONS.contains(tokens.get(index).value());
    }

    /** {@code column IN ('a', 'b')}. */
    private boolean isListed() {
        int index = place - 1;
        while (at(index, TokenKind.COMMA) || at(index, TokenKind.STRING)) {
            index--;
        }
        if (!at(index, TokenKind.LEFT_PAREN) || !isWord(index - 1, "in")) {
            return false;
        }
        return isColumn(isWord(index - 2, "not") ? index - 3 : index - 2);
    }

    /** {@code column SET DEFAULT 'a'}, and {@code column type DEFAULT 'a'} with or without words between. */
    private boolean isDefault() {
        if (!isWord(place - 1, "default")) {
            return false;
        }
        if (isWord(place - 2, "set")) {
            return isColumn(place - 3);
        }
        int index = place - 2;
        while (index >= 0 && !at(index, TokenKind.COMMA) && !at(index, TokenKind.LEFT_PAREN)) {
            if (isTypeName(index) && isName(index - 1)) {
                return true;
            }
            index--;
        }
        return false;
    }

    /** In which place of its row a value stands tells its column. */
    private boolean isInserted(DataStatement.Insert insert) {
        int column = 0;
        int index = place - 1;
        while (at(index, TokenKind.COMMA) || isPlainValue(index)) {
            column += at(index, TokenKind.COMMA) ? 1 : 0;
            index--;
        }
        boolean row =
                at(index, TokenKind.LEFT_PAREN) && (isWord(index - 1, "values") || at(index - 1, TokenKind.COMMA));
        return insert.values() && row && isColumn(insert, column);
    }

    private boolean isPlainValue(int index) {
        return at(index, TokenKind.STRING)
                || at(index, TokenKind.INTEGER)
                || at(index, TokenKind.NUMERIC)
                || isName(index) && !isWord(index, "values");
    }

    private boolean isColumn(DataStatement.Insert insert, int place) {
        Optional<Table> table = execution
                .names()
                .find(insert.table())
                .filter(Table.class::isInstance)
                .map(Table.class::cast);
        List<String> columns = insert.columns().isEmpty()
                ? table.map(Table::columns).stream()
                        .flatMap(List::stream)
                        .map(Column::name)
                        .toList()
                : insert.columns().stream().map(Name::value).toList();
        return place < columns.size()
                && table.flatMap(found -> found.column(columns.get(place)))
                        .filter(this::isOfType)
                        .isPresent();
    }

    /** The name of a column of the type in one of the relations that the statement names. */
    private boolean isColumn(int index) {
        return isName(index)
                && execution.namedRelations().stream()
                        .map(execution.catalog()::relation)
                        .flatMap(Optional::stream)
                        .filter(Table.class::isInstance)
                        .map(Table.class::cast)
                        .flatMap(table -> table.column(tokens.get(index).value()).stream())
                        .anyMatch(this::isOfType);
    }

    private boolean isOfType(Column column) {
        return column.type().name().equals(type) && !column.type().array();
    }

    private boolean isName(int index) {
        return at(index, TokenKind.WORD) || at(index, TokenKind.QUOTED_IDENTIFIER);
    }

    private boolean isWord(int index, String word) {
        return index >= 0 && index < tokens.size() && tokens.get(index).isWord(word);
    }

    private boolean at(int index, TokenKind kind) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(kind);
    }
}
