package dev.greenlight.corpus;

import dev.greenlight.migration.Script;
import dev.greenlight.oracle.ServerFailure;
import dev.greenlight.replay.Step;
import dev.greenlight.source.SourceFile;
import dev.greenlight.sql.Unread;
import java.util.List;

/** The first statement that fails, and why: what a server says of a project, or what is predicted. */
record Verdict(int script, int entry, String place, String sqlState, String message) {
    private static final String SYNTAX_ERROR = "42601";

    /** @param step one that is predicted to fail */
    static Verdict of(List<Script> scripts, Step step) {
        return step.statement() instanceof Unread.Unparsed unparsed
                ? of(scripts, step.entry(), SYNTAX_ERROR, unparsed.message())
                : step.error()
                        .map(error -> of(scripts, step.entry(), error.state().code(), error.message()))
                        .orElseThrow();
    }

    static Verdict of(List<Script> scripts, ServerFailure failure) {
        return of(
                scripts,
                failure.entry(),
                failure.error().sqlState(),
                failure.error().message());
    }

    private static Verdict of(List<Script> scripts, Script.Entry entry, String sqlState, String message) {
        for (int script = 0; script < scripts.size(); script++) {
            List<Script.Entry> entries = scripts.get(script).entries();
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i) == entry) {
                    SourceFile file = scripts.get(script).migration().file();
                    int line = file.position(entry.text().span().start()).line();
                    return new Verdict(script, i, file.path() + ":" + line, sqlState, message);
                }
            }
        }
        throw new IllegalArgumentException("not one of them: " + entry);
    }

    boolean isBefore(Verdict other) {
        return script < other.script || script == other.script && entry < other.entry;
    }

    boolean isAt(Verdict other) {
        return script == other.script && entry == other.entry;
    }

    /** Whether it depends on rows, or is about a schema, a role or a right, which are taken to be there. */
    boolean isNotStatic() {
        return sqlState.startsWith("22")
                || sqlState.startsWith("23")
                || sqlState.equals("3F000")
                || sqlState.equals("42501")
                || message.startsWith("role ");
    }

    @Override
    public String toString() {
        return place + " " + sqlState + " " + message;
    }
}
