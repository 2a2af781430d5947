package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
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
        return files.text(entry)
                .filter(text -> text.contains(ChangelogNode.ROOT))
                .isPresent();
    }

    /** Nothing of what cannot be read or is not understood. */
    static ChangelogText read(FoundFiles files, Entry entry) {
        return files.text(entry).map(text -> read(suffix(entry), text)).orElse(ChangelogText.UNKNOWN);
    }

    private static ChangelogText read(String suffix, String text) {
        return switch (suffix) {
            case "xml" -> new ChangelogText(XmlChangelog.read(text), Optional.empty());
            case "yaml", "yml", "json" -> YamlChangelog.read(text);
            default -> ChangelogText.UNKNOWN;
        };
    }

    private static String suffix(Entry entry) {
        return entry.name().substring(entry.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
