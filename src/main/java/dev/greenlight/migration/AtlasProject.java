package dev.greenlight.migration;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whether an {@code atlas.hcl} above a folder says that its migrations are there, in Atlas' own format. It is no reader
 * of HCL: what a variable stands for is not known.
 */
final class AtlasProject {
    private static final String FILE = "atlas.hcl";

    private static final Pattern MIGRATION = Pattern.compile("\\bmigration\\s*\\{([^{}]*)\\}");
    private static final Pattern FOLDER = Pattern.compile("\\bdir\\s*=\\s*\"file://([^\"?]+)(\\?[^\"]*)?\"");
    private static final Pattern OTHER_FORMAT = Pattern.compile("\\bformat\\s*+=\\s*+\"?+(?!atlas\\b)");

    private final FoundFiles files;

    AtlasProject(FoundFiles files) {
        this.files = files;
    }

    boolean tells(String folder) {
        return Folders.upwards(folder).stream().anyMatch(above -> tells(above, folder));
    }

    private boolean tells(String above, String folder) {
        return files.text(Folders.resolve(above, FILE)).map(AtlasProject::blocks).stream()
                .flatMap(List::stream)
                .anyMatch(block -> names(block, above, folder));
    }

    private static List<String> blocks(String text) {
        return MIGRATION.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static boolean names(String block, String above, String folder) {
        return !OTHER_FORMAT.matcher(block).find()
                && FOLDER.matcher(block).results().anyMatch(found -> isAt(found, above, folder));
    }

    private static boolean isAt(MatchResult found, String above, String folder) {
        String named = Folders.clean(found.group(1));
        return folder.equals(above.isEmpty() ? named : above + "/" + named);
    }
}
