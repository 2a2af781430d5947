package dev.greenlight.replay;

import dev.greenlight.sql.CollationStatement;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.TextSearchStatement;
import java.util.List;

/** Runs statements about how texts are compared and searched; the schema of what they make has to be there. */
final class TextReplay {
    private TextReplay() {}

    static void apply(CollationStatement statement, Execution execution) {
        switch (statement) {
            case CollationStatement.CreateCollation create -> create(create, create.name(), execution);
            case CollationStatement.RefreshVersion refresh -> describe(refresh, execution);
        }
    }

    static void apply(TextSearchStatement statement, Execution execution) {
        switch (statement) {
            case TextSearchStatement.CreateConfiguration create -> create(create, create.name(), execution);
            case TextSearchStatement.CreateDictionary create -> create(create, create.name(), execution);
            case TextSearchStatement.CreateParser create -> create(create, create.name(), execution);
            case TextSearchStatement.CreateTemplate create -> create(create, create.name(), execution);
            case TextSearchStatement.AlterConfiguration alter -> describe(alter, execution);
            case TextSearchStatement.AlterDictionary alter -> describe(alter, execution);
        }
    }

    private static void create(Statement statement, ObjectName name, Execution execution) {
        execution.names().schemas().creation(name);
        describe(statement, execution);
    }

    private static void describe(Statement statement, Execution execution) {
        new Descriptions(execution).describe(statement, List.of());
    }
}
