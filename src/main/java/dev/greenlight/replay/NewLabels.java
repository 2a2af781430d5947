package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.IndexStatement;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.TableStatement;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TriggerStatement;
import dev.greenlight.sql.ViewStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Refuses with 55P04 what uses an enum label that its own transaction has added (manual ALTER TYPE, Notes). A string is
 * taken for a label only where it certainly is one: cast to the type, set to or compared with a column of it, or its
 * default.
 */
final class NewLabels {
    private final Execution execution;
    private final Map<QualifiedName, Set<String>> labels = new TreeMap<>();

    private NewLabels(Execution execution) {
        this.execution = execution;
    }

    /** For a statement that has run: its names are found by now. */
    static void requireUnused(Statement statement, Execution execution) {
        boolean none = execution
                .transactionStart()
                .filter(start -> !execution.catalog().hasTypesOf(start))
                .isEmpty();
        if (none || !mayUse(statement)) {
            return;
        }
        NewLabels newLabels = new NewLabels(execution);
        newLabels.collect(execution.transactionStart().get());
        if (!newLabels.labels.isEmpty()) {
            newLabels.check(statement);
        }
    }

    private static boolean mayUse(Statement statement) {
        return statement instanceof DataStatement
                || statement instanceof TableStatement
                || statement instanceof IndexStatement
                || statement instanceof ViewStatement
                || statement instanceof TriggerStatement;
    }

    /** A type without a label that it had may have had it renamed: then it is not known which label is new. */
    private void collect(Catalog start) {
        for (Type type : execution.catalog().types()) {
            if (type instanceof Type.Enum now) {
                start.types().stream()
                        .filter(Type.Enum.class::isInstance)
                        .map(Type.Enum.class::cast)
                        .filter(then -> Objects.equals(then.origin(), now.origin()))
                        .filter(then -> now.labels().containsAll(then.labels()))
                        .filter(then -> now.labels().size() > then.labels().size())
                        .forEach(then -> labels.put(now.name(), added(then, now)));
            }
        }
    }

    private static Set<String> added(Type.Enum then, Type.Enum now) {
        Set<String> added = new HashSet<>(now.labels());
        then.labels().forEach(added::remove);
        return added;
    }

    private void check(Statement statement) {
        Span span = statement.span();
        List<Token> tokens = DoubtReader.significant(execution.text(span));
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is(TokenKind.STRING)) {
                for (Map.Entry<QualifiedName, Set<String>> type : labels.entrySet()) {
                    boolean used = type.getValue().contains(token.value())
                            && new LabelPlace(execution, tokens, i, type.getKey()).isLabel(statement);
                    if (used) {
                        throw unsafe(token, type.getKey(), span);
                    }
                }
            }
        }
    }

    private Rejected unsafe(Token token, QualifiedName type, Span statement) {
        String message = "unsafe use of new value \"" + token.value() + "\" of enum type " + type.display();
        Span at = new Span(statement.start() + token.start(), statement.start() + token.end());
        return execution.reject(SqlState.UNSAFE_NEW_ENUM_VALUE_USAGE, message, at);
    }
}
