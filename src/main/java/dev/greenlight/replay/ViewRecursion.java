package dev.greenlight.replay;

import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.query.RelationReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fails where a query reads a view that reads itself, by way of others or not: the server puts a view's query in the
 * place of its name until there is none left ({@code fireRIRrules} in rewriteHandler.c). A materialized view has rows of
 * its own, and ends the way.
 */
final class ViewRecursion {
    private final Execution execution;
    private final List<Long> way = new ArrayList<>();
    private final Set<Long> ended = new HashSet<>();

    private ViewRecursion(Execution execution) {
        this.execution = execution;
    }

    /** Of what a query reads, before it runs. */
    static void require(QueryNames.Found found, Span span, Execution execution) {
        ViewRecursion recursion = new ViewRecursion(execution);
        for (QueryNames.FoundRelation relation : found.relations()) {
            RelationReference.Use use = relation.reference().use();
            if (!use.writes()) {
                recursion.require(relation.relation(), span);
            }
        }
    }

    /** Of what the query of a materialized view reads, before that is filled. */
    static void require(Needs needs, Span span, Execution execution) {
        new ViewRecursion(execution).all(needs).ifPresent(view -> {
            throw rejected(view, span, execution);
        });
    }

    private void require(Relation relation, Span span) {
        repeated(relation).ifPresent(view -> {
            throw rejected(view, span, execution);
        });
    }

    private static Rejected rejected(View view, Span span, Execution execution) {
        String message = "infinite recursion detected in rules for relation \""
                + view.name().name() + "\"";
        return execution.reject(SqlState.INVALID_OBJECT_DEFINITION, message, span);
    }

    /** The first view that is met within itself. */
    private Optional<View> repeated(Relation relation) {
        if (!(relation instanceof View view) || view.materialized() || ended.contains(view.oid())) {
            return Optional.empty();
        }
        if (way.contains(view.oid())) {
            return Optional.of(view);
        }
        way.add(view.oid());
        Optional<View> found = all(view.needs());
        way.removeLast();
        ended.add(view.oid());
        return found;
    }

    private Optional<View> all(Needs needs) {
        return needs.relations().stream()
                .flatMap(part -> execution.catalog().relation(part.relation()).stream())
                .distinct()
                .flatMap(relation -> repeated(relation).stream())
                .findFirst();
    }
}
