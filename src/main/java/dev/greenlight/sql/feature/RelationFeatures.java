package dev.greenlight.sql.feature;

import dev.greenlight.postgres.Persistence;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.SequenceStatement;
import dev.greenlight.sql.ViewStatement;

/** Forms of statements about views and sequences. */
final class RelationFeatures {
    private RelationFeatures() {}

    static void find(ViewStatement statement, Search search) {
        switch (statement) {
            case ViewStatement.CreateView create -> Parameters.find(create.options(), search);
            case ViewStatement.CreateMaterializedView create -> Parameters.find(create.parameters(), search);
            case ViewStatement.RefreshMaterializedView refresh -> {}
        }
    }

    static void find(SequenceStatement statement, Search search) {
        switch (statement) {
            case SequenceStatement.CreateSequence create -> {
                if (create.persistence() == Persistence.UNLOGGED) {
                    search.addParsed(
                            15,
                            "CREATE UNLOGGED SEQUENCE",
                            search.row(create.span()).span(0, 2),
                            SqlState.FEATURE_NOT_SUPPORTED);
                }
            }
            case SequenceStatement.AlterSequence alter -> {}
        }
    }
}
