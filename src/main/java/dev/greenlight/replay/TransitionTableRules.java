package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.TriggerStatement.CreateTrigger;
import dev.greenlight.sql.TriggerStatement.TransitionTable;
import java.util.HashSet;
import java.util.Set;

/** What CREATE TRIGGER may say behind REFERENCING ({@code CreateTriggerFiringOn} in {@code trigger.c}). */
final class TransitionTableRules {
    private final CreateTrigger create;
    private final Execution execution;

    TransitionTableRules(CreateTrigger create, Execution execution) {
        this.create = create;
        this.execution = execution;
    }

    void require(Relation relation) {
        Set<Boolean> seen = new HashSet<>();
        for (TransitionTable transition : create.transitions()) {
            if (transition.row()) {
                throw unsupported("ROW variable naming in the REFERENCING clause is not supported", transition);
            }
            if (Names.isCertain(relation)) {
                requireKind(relation, transition);
            }
            requireEvent(transition);
            if (!seen.add(transition.isNew())) {
                throw invalid(words(transition) + " cannot be specified multiple times", transition);
            }
        }
        requireTwoNames();
    }

    private void requireKind(Relation relation, TransitionTable transition) {
        boolean plain = relation instanceof Table table && table.kind() != Table.Kind.FOREIGN;
        if (!plain) {
            String message = "\"" + relation.name().name() + "\" is a " + relation.kindWords();
            throw execution.reject(
                    SqlState.WRONG_OBJECT_TYPE, message, create.table().span());
        }
        if (create.forEachRow() && relation instanceof Table table && table.kind() == Table.Kind.PARTITIONED) {
            throw unsupported("\"" + table.name().name() + "\" is a partitioned table", transition);
        }
        if (create.forEachRow()
                && relation instanceof Table table
                && !table.parents().isEmpty()) {
            String of = table.partition() ? "partitions" : "inheritance children";
            throw unsupported("ROW triggers with transition tables are not supported on " + of, transition);
        }
    }

    private void requireEvent(TransitionTable transition) {
        if (!create.timing().equals("after")) {
            throw invalid("transition table name can only be specified for an AFTER trigger", transition);
        }
        if (create.events().contains("truncate")) {
            throw unsupported("TRUNCATE triggers with transition tables are not supported", transition);
        }
        if (create.events().size() > 1) {
            throw unsupported(
                    "transition tables cannot be specified for triggers with more than one event", transition);
        }
        if (!create.columns().isEmpty()) {
            throw unsupported("transition tables cannot be specified for triggers with column lists", transition);
        }
        String never = transition.isNew() ? "delete" : "insert";
        if (create.events().contains(never)) {
            String event = transition.isNew() ? "an INSERT or UPDATE" : "a DELETE or UPDATE";
            throw invalid(words(transition) + " can only be specified for " + event + " trigger", transition);
        }
    }

    private void requireTwoNames() {
        Lists.repeated(create.transitions(), transition -> transition.name().value())
                .ifPresent(transition -> {
                    throw invalid("OLD TABLE name and NEW TABLE name cannot be the same", transition);
                });
    }

    private static String words(TransitionTable transition) {
        return transition.isNew() ? "NEW TABLE" : "OLD TABLE";
    }

    private Rejected unsupported(String message, TransitionTable at) {
        return execution.reject(
                SqlState.FEATURE_NOT_SUPPORTED, message, at.name().span());
    }

    private Rejected invalid(String message, TransitionTable at) {
        return execution.reject(
                SqlState.INVALID_OBJECT_DEFINITION, message, at.name().span());
    }
}
