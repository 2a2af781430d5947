package dev.greenlight.migration;

import dev.greenlight.sql.Parser;
import dev.greenlight.sql.Splitter;
import java.util.List;
import java.util.stream.Stream;

/** Reads migrations' SQL, several files at the same time; the scripts come in the order of the migrations. */
public final class ScriptReader {
    private ScriptReader() {}

    public static List<Script> read(List<Migration> migrations) {
        return migrations.parallelStream().map(ScriptReader::read).toList();
    }

    private static Script read(Migration migration) {
        List<Script.Entry> entries = migration.sections().stream()
                .flatMap(section -> read(migration, section))
                .toList();
        return new Script(migration, entries);
    }

    private static Stream<Script.Entry> read(Migration migration, Section section) {
        return Splitter.statements(migration.file().text(), section.span())
                .map(text -> new Script.Entry(section, text, Parser.parse(text)));
    }
}
