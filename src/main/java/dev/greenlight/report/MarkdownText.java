package dev.greenlight.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Foreign text for the places of a Markdown document (GitHub's, which has tables, mentions and mathematics): it shows
 * as it is, and is no markup, no link, no tag, and nobody's name to notify.
 */
final class MarkdownText {
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>~|&$#!]");
    /** What GitHub makes a link of, wherever it stands in a text: people, issues, addresses. */
    private static final Pattern REFERENCE =
            Pattern.compile("@|#(?=\\d)|(?i:GH-(?=\\d)|:(?=//)|www(?=\\.)|mailto(?=:))");

    private static final String NOTHING_VISIBLE = "\u200B";
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private MarkdownText() {}

    /** For running text, which must not begin a line with it: there a sign or a number would begin a list. */
    static String inline(String text) {
        String plain = withoutReferences(VisibleText.of(text));
        return MARKUP.matcher(plain).replaceAll("\\\\$0");
    }

    /** For text within an element of HTML, where Markdown is not read. */
    static String html(String text) {
        return withoutReferences(VisibleText.of(text))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** As code in running text, where nothing is a reference. */
    static String code(String text) {
        String visible = VisibleText.of(text);
        String fence = "`".repeat(longestRun(visible) + 1);
        boolean padded = visible.isEmpty() || visible.startsWith("`") || visible.endsWith("`") || isPadded(visible);
        return padded ? fence + " " + visible + " " + fence : fence + visible + fence;
    }

    /** As code in a cell of a table, where a bar would end the cell. */
    static String codeInTable(String text) {
        return code(text).replace("|", "\\|");
    }

    /** As a block, every line kept. */
    static String block(String language, String text) {
        String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        StringBuilder block = new StringBuilder(fence).append(language).append('\n');
        text.lines().forEach(line -> block.append(visibleLine(line)).append('\n'));
        return block.append(fence).append('\n').toString();
    }

    private static String visibleLine(String line) {
        return VisibleText.of(line.replace("\t", "    "));
    }

    /** One blank at either end of code is taken for padding. */
    private static boolean isPadded(String text) {
        return text.startsWith(" ") && text.endsWith(" ");
    }

    private static int longestRun(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
    }

    private static String withoutReferences(String text) {
        Matcher matcher = REFERENCE.matcher(text);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(found.group() + NOTHING_VISIBLE));
    }
}
