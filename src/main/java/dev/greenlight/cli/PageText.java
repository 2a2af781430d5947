package dev.greenlight.cli;

import dev.greenlight.rule.RulePage;

/** A rule's page for a terminal: its Markdown without the signs of Markdown that a reader does not need. */
final class PageText {
    private static final String BOLD = "\u001B[1m";
    private static final String FAINT = "\u001B[34m";
    private static final String RESET = "\u001B[0m";
    private static final String FENCE = "```";

    private final StringBuilder text = new StringBuilder();
    private final boolean color;
    private boolean code;

    private PageText(boolean color) {
        this.color = color;
    }

    static String of(RulePage page, boolean color) {
        PageText text = new PageText(color);
        text.line(BOLD, page.title());
        text.line(
                FAINT,
                page.id() + ": " + page.level().id() + ", " + page.category() + since(page)
                        + (page.optional() ? ", off by default" : ""));
        text.line("", "");
        page.body().lines().forEach(text::body);
        return text.text.toString();
    }

    private static String since(RulePage page) {
        return page.since() == 0 ? "" : ", since PostgreSQL " + page.since();
    }

    private void body(String line) {
        if (line.startsWith(FENCE)) {
            code = !code;
            text.append(code ? "\n" : "");
            file(line);
        } else if (code) {
            line(FAINT, "    " + line);
        } else if (line.startsWith("#")) {
            line(BOLD, line.replaceFirst("^#+ *", ""));
        } else {
            line("", line);
        }
    }

    /** An example may say the name of its file. */
    private void file(String fence) {
        if (code && fence.contains("file=")) {
            String name = fence.replaceFirst(".*file=(\\S+).*", "$1");
            line(FAINT, "    -- " + name);
        }
    }

    private void line(String style, String line) {
        boolean plain = !color || style.isEmpty() || line.isBlank();
        text.append(plain ? line.stripTrailing() : style + line.stripTrailing() + RESET)
                .append('\n');
    }
}
