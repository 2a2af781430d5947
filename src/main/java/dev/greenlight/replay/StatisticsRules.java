package dev.greenlight.replay;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.IndexElement;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.StatisticsStatement;
import java.util.Set;
import java.util.function.Consumer;

/** What CREATE STATISTICS must obey ({@code CreateStatistics} in {@code statscmds.c}). */
final class StatisticsRules {
    private static final int EXPRESSIONS = 14;
    private static final int MOST = 8;
    private static final Set<String> KINDS = Set.of("ndistinct", "dependencies", "mcv");

    private final StatisticsStatement.CreateStatistics create;
    private final Execution execution;

    StatisticsRules(StatisticsStatement.CreateStatistics create, Execution execution) {
        this.create = create;
        this.execution = execution;
    }

    /** Before its name: what it is about. */
    void requireTable(Relation relation) {
        boolean wrong = Names.isCertain(relation)
                && (relation instanceof Index
                        || relation instanceof Sequence
                        || relation instanceof View view && !view.materialized());
        if (wrong) {
            String message =
                    "cannot define statistics for relation \"" + relation.name().name() + "\"";
            throw rejected(SqlState.WRONG_OBJECT_TYPE, message, create.table().span());
        }
    }

    /**
     * What they are of, and what is gathered. Before 14 an expression is refused as such, and each check comes at
     * another place.
     *
     * @param find looks for what a key names
     */
    void requireKeys(Consumer<IndexElement> find) {
        if (execution.version().isAtLeast(EXPRESSIONS)) {
            requireNotTooMany();
            create.keys().forEach(find);
            requireKinds();
            requireTwo();
            requireDifferent();
            return;
        }
        create.keys().stream().takeWhile(StatisticsRules::isColumn).forEach(find);
        if (create.keys().stream().allMatch(StatisticsRules::isColumn)) {
            requireNotTooMany();
            requireTwo();
            requireDifferent();
            requireKinds();
        }
    }

    private void requireNotTooMany() {
        if (create.keys().size() > MOST) {
            String message = "cannot have more than 8 columns in statistics";
            throw rejected(SqlState.TOO_MANY_COLUMNS, message, create.span());
        }
    }

    private void requireKinds() {
        for (Name kind : create.kinds()) {
            if (!KINDS.contains(kind.value())) {
                String message = "unrecognized statistics kind \"" + kind.value() + "\"";
                throw rejected(SqlState.SYNTAX_ERROR, message, kind.span());
            }
        }
    }

    private void requireDifferent() {
        Lists.repeated(create.keys(), this::text).ifPresent(key -> {
            String message =
                    "duplicate " + (isColumn(key) ? "column name" : "expression") + " in statistics definition";
            throw rejected(SqlState.DUPLICATE_COLUMN, message, create.span());
        });
    }

    /** Statistics on one column are what ANALYZE gathers anyway. */
    private void requireTwo() {
        if (create.keys().size() == 1 && isColumn(create.keys().getFirst())) {
            String message = "extended statistics require at least 2 columns";
            throw rejected(SqlState.INVALID_OBJECT_DEFINITION, message, create.span());
        }
    }

    private static boolean isColumn(IndexElement key) {
        return key.column() != null || key.expression() != null && ExpressionName.isColumn(key.expression());
    }

    private String text(IndexElement key) {
        return key.column() != null || key.expression() == null
                ? String.valueOf(key.column() == null ? null : key.column().value())
                : execution.text(key.expression().span());
    }

    private Rejected rejected(SqlState state, String message, Span span) {
        return execution.reject(state, message, span);
    }
}
