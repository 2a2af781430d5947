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
    private final DataOperation.Stage stage;
    private final Span span;
    private final Map<Long, DataOperation.Read> reads = new LinkedHashMap<>();

    private RelationReads(Execution execution, DataOperation.Stage stage, Span span) {
        this.execution = execution;
        this.stage = stage;
        this.span = span;
    }

    /** Adds an operation for each. */
    static void add(QueryNames.Found found, DataOperation.Stage stage, Span span, Execution execution) {
        if (stage == DataOperation.Stage.RUN) {
            ViewRecursion.require(found, span, execution);
        }
        RelationReads all = new RelationReads(execution, stage, span);
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
        reads.put(relation.oid(), new DataOperation.Read(relation, locks, stage, span));
        if (relation instanceof View view && !view.materialized()) {
            view.needs()
                    .relations()
                    .forEach(part ->
                            execution.catalog().relation(part.relation()).ifPresent(below -> add(below, locks)));
        }
    }
}
