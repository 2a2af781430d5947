package dev.greenlight.catalog;

import dev.greenlight.postgres.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has a row in pg_class (manual 52.11) and shares one name space per schema: tables, indexes, views, sequences.
 * Its {@code oid} stays the same when it is renamed or moved; others refer to it by that.
 */
public sealed interface Relation permits Table, Index, View, Sequence {
    long oid();

    QualifiedName name();

    /** Where it was made; null if it is only assumed to be there, because no migration makes it. */
    @Nullable
    Origin origin();

    /** What hangs on it by name; nothing on indexes and sequences. */
    default List<Table.Attachment> attachments() {
        return List.of();
    }

    Relation withName(QualifiedName newName);

    /** What it is in PostgreSQL's messages, such as {@code table} or {@code materialized view}. */
    String kindWords();
}
