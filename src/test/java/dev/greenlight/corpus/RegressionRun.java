package dev.greenlight.corpus;

import dev.greenlight.corpus.RegressionTally.LeftOut;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Script;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.Replaying;
import dev.greenlight.replay.Stepwise;
import dev.greenlight.source.SourceFile;
import dev.greenlight.sql.StatementText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One file of the regression tests, run on both sides after what the tests set up. A statement that the server refuses is
 * undone here, and one that is left out is run on neither side, so that both sides remain alike. Only what a statement
 * is about that the server alone takes is not known from then on, and what is made by one that is left out is missing:
 * later statements that name it are left out.
 */
final class RegressionRun {
    private static final int VERSION = 15;
    private static final int SHOWN = 110;

    private final RegressionTally tally = new RegressionTally();
    private final RegressionServer server;
    private final Stepwise model;
    private final Set<String> tainted = new HashSet<>();
    private boolean counts;

    private RegressionRun(RegressionServer server, Stepwise model) {
        this.server = server;
        this.model = model;
    }

    static RegressionTally of(Path folder, Path file) throws IOException, SQLException {
        Script setUp = script(folder.resolve("test_setup.sql"));
        Script tests = script(file);
        try (RegressionServer server =
                RegressionServer.start(VERSION, tests.migration().file().text())) {
            RegressionRun run =
                    new RegressionRun(server, new Stepwise(new PostgresVersion(VERSION), List.of(setUp, tests)));
            run.run(setUp);
            run.counts = true;
            run.run(tests);
            return run.tally;
        }
    }

    private static Script script(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return Replaying.plain().script(file.getFileName().toString(), text, Direction.UP);
    }

    private void run(Script script) throws SQLException {
        for (Script.Entry entry : script.entries()) {
            if (entry.text().kind() == StatementText.Kind.SQL) {
                run(script.migration().file(), new RegressionStatement(entry));
            } else if (script.migration().file().text(entry.text().span()).matches("\\\\c\\b.*")) {
                server.reconnect();
                model.reconnect();
            }
        }
    }

    private void run(SourceFile file, RegressionStatement statement) throws SQLException {
        Optional<LeftOut> why = leftOut(statement);
        if (why.isPresent()) {
            leaveOut(why.get(), statement);
            return;
        }
        RegressionServer.Reply there = server.run(file.text(statement.text().span()));
        String here = model.run(file, statement.entry());
        compare(file, statement, there, here);
        if (model.isInTransaction() && !server.isInTransaction()) {
            model.rollback();
        }
    }

    private Optional<LeftOut> leftOut(RegressionStatement statement) throws SQLException {
        if (statement.hasVariable() || statement.copiesByClient() || statement.setsEncoding()) {
            return Optional.of(LeftOut.VARIABLE);
        } else if (statement.needsLibrary()) {
            return Optional.of(LeftOut.LIBRARY);
        } else if (server.hasFailed() && !statement.isTransactionControl()) {
            return Optional.of(LeftOut.FAILED_TRANSACTION);
        } else if (statement.names(tainted)) {
            return Optional.of(LeftOut.DEPENDS);
        }
        return Optional.empty();
    }

    private void leaveOut(LeftOut why, RegressionStatement statement) {
        count(why);
        if (why != LeftOut.FAILED_TRANSACTION) {
            tainted.addAll(statement.made());
        }
    }

    private void count(LeftOut why) {
        if (counts) {
            tally.leaveOut(why);
        }
    }

    private void compare(SourceFile file, RegressionStatement statement, RegressionServer.Reply there, String here)
            throws SQLException {
        Optional<LeftOut> unforeseeable = there.unforeseeable(here);
        if (!there.accepted() && here.equals(Stepwise.ACCEPTED)) {
            model.takeBack(server.isInTransaction());
        }
        if (unforeseeable.isPresent()) {
            count(unforeseeable.get());
        } else if (there.state().equals(here)) {
            if (counts) {
                tally.same(statement.isDefinition());
            }
        } else {
            differ(file, statement, there, here);
        }
    }

    private void differ(SourceFile file, RegressionStatement statement, RegressionServer.Reply there, String here) {
        if (counts) {
            int line = file.position(statement.text().span().start()).line();
            String head = file.text(statement.text().span()).replaceAll("\\s+", " ");
            tally.differ(
                    statement.isDefinition(),
                    "%s:%d\t%s | server %s %s | here %s"
                            .formatted(
                                    file.path(),
                                    line,
                                    head.substring(0, Math.min(SHOWN, head.length())),
                                    there.state(),
                                    there.message(),
                                    here));
        }
        if (there.accepted()) {
            model.assume(file, statement.entry());
            if (statement.isDefinition()) {
                tainted.addAll(statement.subjects());
            }
        }
    }
}
