package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.View;
import dev.greenlight.source.Span;
import dev.greenlight.sql.query.RelationReference;
import java.util.LinkedHashMap;
import java.util.Map;

/** The relations that a query reads, each once; reading a view reads what it stands on. */
final class RelationReads {
    private final Execution execution;
    private final boolean run;
    private final Span span;
    private final Map<Long, DataOperation.Read> reads = new LinkedHashMap<>();

    private RelationReads(Execution execution, boolean run, Span span) {
        this.execution = execution;
        this.run = run;
        this.span = span;
    }

    /** Adds an operation for each; {@code run}: the query is not only planned. */
    static void add(QueryNames.Found found, boolean run, Span span, Execution execution) {
        if (run) {
            ViewRecursion.require(found, span, execution);
        }
        RelationReads all = new RelationReads(execution, run, span);
        for (QueryNames.FoundRelation relation : found.relations()) {
            RelationReference.Use use = relation.reference().use();
            if (!use.writes()) {
                all.add(relation.relation(), use == RelationReference.Use.LOCK);
            }
        }
        all.reads.values().forEach(execution::add);
    }

    private void add(Relation relation, boolean locks) {
        DataOperation.Read known = reads.get(relation.oid());
        if (known != null && (known.forUpdate() || !locks)) {
            return;
        }
        reads.put(relation.oid(), new DataOperation.Read(relation, locks, run, span));
        if (relation instanceof View view && !view.materialized()) {
            view.needs()
                    .relations()
                    .forEach(part ->
                            execution.catalog().relation(part.relation()).ifPresent(below -> add(below, locks)));
        }
    }
}
