package dev.greenlight.sql;

import dev.greenlight.postgres.Persistence;
import dev.greenlight.sql.TableStatement.CreateTable;
import dev.greenlight.sql.TableStatement.CreateTableAs;
import dev.greenlight.sql.TableStatement.OnCommit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads CREATE TABLE, CREATE TABLE AS and CREATE FOREIGN TABLE (manual part VI). */
final class CreateTableParser {
    private final Cursor cursor;
    private final int start;

    private CreateTableParser(Cursor cursor) {
        this.cursor = cursor;
        this.start = cursor.position();
    }

    static TableStatement parse(Cursor cursor) {
        return new CreateTableParser(cursor).statement();
    }

    private TableStatement statement() {
        cursor.expectWord("create");
        boolean foreign = cursor.acceptWords("foreign");
        Persistence persistence = foreign ? Persistence.PERMANENT : RelationParser.persistence(cursor);
        cursor.expectWord("table");
        Head head = new Head(persistence, RelationParser.ifNotExists(cursor), NameParser.objectName(cursor));
        if (cursor.isWord("partition", "of")) {
            return partition(head, foreign);
        }
        if (!foreign && cursor.acceptWords("of")) {
            return typed(head);
        }
        return foreign || isElementList() ? table(head, foreign) : tableAs(head);
    }

    /** What stands before the forms part. */
    private record Head(Persistence persistence, boolean ifNotExists, ObjectName name) {}

    /** Elements, where the parentheses do not hold names alone, as they do in CREATE TABLE AS. */
    private boolean isElementList() {
        if (!cursor.is(TokenKind.LEFT_PAREN)) {
            return false;
        }
        return !NameParser.isName(cursor.peek(1), Keywords::mayNameColumn)
                || !cursor.peek(2).is(TokenKind.COMMA) && !cursor.peek(2).is(TokenKind.RIGHT_PAREN);
    }

    private CreateTable table(Head head, boolean foreign) {
        TableElements elements = TableElementsParser.parse(cursor);
        List<ObjectName> inherits =
                cursor.acceptWords("inherits") ? cursor.parenthesized(() -> NameParser.objectName(cursor)) : List.of();
        return finish(head, elements, inherits, null, null, null, foreign);
    }

    private CreateTable typed(Head head) {
        ObjectName type = NameParser.anyName(cursor);
        return finish(head, typedElements(), List.of(), type, null, null, false);
    }

    private CreateTable partition(Head head, boolean foreign) {
        cursor.expectWords("partition", "of");
        ObjectName parent = NameParser.objectName(cursor);
        TableElements elements = typedElements();
        PartitionBound bound = PartitionParser.bound(cursor);
        return finish(head, elements, List.of(), null, parent, bound, foreign);
    }

    private TableElements typedElements() {
        return cursor.is(TokenKind.LEFT_PAREN) ? TableElementsParser.parseTyped(cursor) : TableElements.NONE;
    }

    private CreateTable finish(
            Head head,
            TableElements elements,
            List<ObjectName> inherits,
            @Nullable ObjectName type,
            @Nullable ObjectName parent,
            @Nullable PartitionBound bound,
            boolean foreign) {
        Tail tail = foreign ? foreignTail() : tail();
        return new CreateTable(
                head.name(),
                head.persistence(),
                head.ifNotExists(),
                elements.columns(),
                elements.constraints(),
                elements.likes(),
                inherits,
                type,
                parent,
                bound,
                tail.partitionBy(),
                tail.accessMethod(),
                tail.parameters(),
                tail.onCommit(),
                tail.tablespace(),
                tail.server(),
                cursor.spanFrom(start));
    }

    /** What follows the elements. */
    private record Tail(
            TableStatement.@Nullable PartitionKey partitionBy,
            @Nullable Name accessMethod,
            List<Setting> parameters,
            OnCommit onCommit,
            @Nullable Name tablespace,
            @Nullable Name server) {}

    private Tail tail() {
        return new Tail(
                cursor.isWord("partition") ? PartitionParser.key(cursor) : null,
                RelationParser.accessMethod(cursor),
                RelationParser.parameters(cursor),
                RelationParser.onCommit(cursor),
                RelationParser.tablespace(cursor),
                null);
    }

    private Tail foreignTail() {
        cursor.expectWord("server");
        Name server = NameParser.name(cursor);
        List<Setting> options = cursor.acceptWords("options") ? SettingParser.foreignOptions(cursor) : List.of();
        return new Tail(null, null, options, OnCommit.PRESERVE_ROWS, null, server);
    }

    private CreateTableAs tableAs(Head head) {
        List<Name> columns = NameParser.optionalNames(cursor);
        RelationParser.accessMethod(cursor);
        RelationParser.parameters(cursor);
        OnCommit onCommit = RelationParser.onCommit(cursor);
        RelationParser.tablespace(cursor);
        cursor.expectWord("as");
        Query query = cursor.isWord("execute") ? WrappedParser.executed(cursor) : QueryParser.query(cursor);
        boolean withData = RelationParser.withData(cursor);
        return new CreateTableAs(
                head.name(),
                head.persistence(),
                head.ifNotExists(),
                columns,
                onCommit,
                query,
                withData,
                cursor.spanFrom(start));
    }
}
