package dev.greenlight.report;

import dev.greenlight.source.Visibility;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts made of what terminals, build servers, Markdown, HTML and SARIF would obey. */
final class HostileText {
    /** What a build server does instead of showing it. */
    static final Pattern WORKFLOW_COMMAND = Pattern.compile("(?m)^\\s*::|##\\[|##vso\\[");

    private static final String[] PARTS = {
        "\u001B[2J",
        "\u001B]8;;http://x\u0007",
        "\u009B1m",
        "\u202E",
        "\u2028",
        "\r",
        "\n",
        "\t",
        "\0",
        "\uFEFF",
        "\uD800",
        "\uDC00",
        "😀",
        "e\u0301",
        "表",
        "::error::",
        "::set-env name=A::",
        "##[group]",
        "##vso[task]",
        "`",
        "```",
        "``````sql",
        "|",
        "\\|",
        "\\",
        "[",
        "](",
        "](1)",
        "[x](1)",
        "![i](http://x)",
        "<img src=x>",
        "</details>",
        "<!--",
        "-->",
        "&lt;",
        "&",
        "*",
        "_",
        "~~",
        "$",
        "#",
        "# ",
        "#1",
        "GH-1",
        "@team",
        "@",
        "http://x.y",
        "www.x.y",
        "a@b.c",
        "mailto:a@b.c",
        "- ",
        "1. ",
        "> ",
        "---",
        "===",
        "    ",
        " ",
        "\"",
        "'",
        "{0}",
        "%",
        "%s",
        "%0A",
        "a",
        "orders",
        "::",
        ":",
        "b"
    };

    private HostileText() {}

    static Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(4);
        return Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.of(PARTS)), Tuple.of(1, any))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    /** What of a report shows nothing, but for the ends of lines. */
    static String hidden(String report) {
        return report.codePoints()
                .filter(codePoint -> codePoint != '\n' && Visibility.isHidden(codePoint))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
