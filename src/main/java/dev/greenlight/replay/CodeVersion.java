package dev.greenlight.replay;

import dev.greenlight.sql.Statement;
import dev.greenlight.sql.feature.Features;
import dev.greenlight.sql.plpgsql.CodeStatement;
import dev.greenlight.sql.plpgsql.CodeWalk;
import java.util.List;

/** Refuses code with SQL that the server's version cannot read: a server reads all of it before any of it runs. */
final class CodeVersion {
    private final Execution execution;
    private final CodeText text;

    CodeVersion(Execution execution, CodeText text) {
        this.execution = execution;
        this.text = text;
    }

    /** Throws {@link Rejected} at the first statement that is too new. */
    void require(CodeStatement.Block block) {
        CodeWalk.of(List.of(block))
                .filter(CodeStatement.Sql.class::isInstance)
                .forEach(sql -> require(((CodeStatement.Sql) sql).statement()));
    }

    void require(Statement statement) {
        if (Features.hasAll(execution.version())) {
            return;
        }
        try {
            VersionGate.of(CodeSteps.entry(statement, text.file()), execution.version())
                    .parse();
        } catch (Rejected rejected) {
            throw new Rejected(CodeFrame.moved(rejected.error(), text.file(), execution.file()));
        }
    }
}
