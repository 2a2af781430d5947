package dev.greenlight.sql;

import dev.greenlight.sql.AlterTableAction.AttachPartition;
import dev.greenlight.sql.AlterTableAction.DetachPartition;

/** Reads {@code ATTACH PARTITION} and {@code DETACH PARTITION}, which stand alone in their statement. */
final class AlterPartitionParser {
    private AlterPartitionParser() {}

    static AlterTableAction parse(Cursor cursor, ObjectType type) {
        return switch (type) {
            case TABLE -> cursor.isWord("attach") ? attach(cursor, true) : detach(cursor);
            case INDEX -> attach(cursor, false);
            default -> throw cursor.failExpected("an action that such a relation knows");
        };
    }

    private static AlterTableAction attach(Cursor cursor, boolean bounded) {
        int start = cursor.position();
        cursor.expectWords("attach", "partition");
        ObjectName partition = NameParser.objectName(cursor);
        PartitionBound bound = bounded ? PartitionParser.bound(cursor) : null;
        return new AttachPartition(partition, bound, cursor.spanFrom(start));
    }

    private static AlterTableAction detach(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("detach", "partition");
        ObjectName partition = NameParser.objectName(cursor);
        boolean concurrently = cursor.acceptWords("concurrently");
        boolean finish = !concurrently && cursor.acceptWords("finalize");
        return new DetachPartition(partition, concurrently, finish, cursor.spanFrom(start));
    }
}
