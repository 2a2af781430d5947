package dev.greenlight.sql.feature;

import dev.greenlight.sql.IndexStatement;
import dev.greenlight.sql.TokenKind;
import java.util.Set;

/** Forms of CREATE INDEX, REINDEX and DEPENDS ON EXTENSION. */
final class IndexFeatures {
    private static final Set<String> REINDEX_OPTIONS = Set.of("concurrently", "tablespace");

    private IndexFeatures() {}

    static void find(IndexStatement statement, Search search) {
        switch (statement) {
            case IndexStatement.CreateIndex create -> {
                ConstraintFeatures.elements(create.elements(), search);
                search.look(search.row(create.span()).outer(), ConstraintFeatures.NULLS);
                Parameters.find(create.parameters(), search);
            }
            case IndexStatement.Reindex reindex -> reindex(reindex, search);
        }
    }

    private static void reindex(IndexStatement.Reindex reindex, Search search) {
        Row row = search.row(reindex.span());
        if (reindex.name() == null) {
            search.add(16, "REINDEX " + reindex.target() + " without a name", reindex.span());
        }
        if (!row.isAt(1, TokenKind.LEFT_PAREN)) {
            return;
        }
        for (int i = 2; i < row.closing(1); i++) {
            boolean begins = row.isAt(i - 1, TokenKind.LEFT_PAREN) || row.isAt(i - 1, TokenKind.COMMA);
            if (begins && row.isAnyWordAt(i, REINDEX_OPTIONS)) {
                search.add(14, "REINDEX with options but VERBOSE", row.at(i).span());
            }
        }
    }
}
