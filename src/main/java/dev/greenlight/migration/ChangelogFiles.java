package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.SourceRead;
import java.util.Locale;
import java.util.Optional;

/** Which files are changelogs, and what those say that are not SQL. */
final class ChangelogFiles {
    private ChangelogFiles() {}

    /** Whether Liquibase would read it by its suffix, and it is a changelog: any SQL is one. */
    static boolean isChangelog(FoundFiles files, Entry entry) {
        return FoundFiles.isSql(entry) || hasSuffix(entry) && isSaid(files, entry);
    }

    static boolean hasSuffix(Entry entry) {
        return switch (suffix(entry)) {
            case "xml", "yaml", "yml", "json" -> true;
            default -> false;
        };
    }

    private static boolean isSaid(FoundFiles files, Entry entry) {
        return files.read(entry) instanceof SourceRead.Text text
                && text.file().text().contains(ChangelogNode.ROOT);
    }

    /** Nothing of what cannot be read or is not understood. */
    static ChangelogText read(FoundFiles files, Entry entry) {
        if (!(files.read(entry) instanceof SourceRead.Text text)) {
            return ChangelogText.UNKNOWN;
        }
        String said = text.file().text();
        return switch (suffix(entry)) {
            case "xml" -> new ChangelogText(XmlChangelog.read(said), Optional.empty());
            case "yaml", "yml", "json" -> YamlChangelog.read(said);
            default -> ChangelogText.UNKNOWN;
        };
    }

    private static String suffix(Entry entry) {
        return entry.name().substring(entry.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
