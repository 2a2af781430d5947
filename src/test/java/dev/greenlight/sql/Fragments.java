package dev.greenlight.sql;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts of pieces that mean much to a lexer, for properties. */
final class Fragments {
    private static final String[] PLAIN = {
        "'",
        "''",
        "\"",
        "$$",
        "$a$",
        "$a",
        "$1",
        "$",
        "e'",
        "E'",
        "U&'",
        "u&\"",
        "N'",
        "B'",
        "x'",
        "UESCAPE",
        "'!'",
        "!0061",
        "--",
        "/*",
        "*/",
        "/",
        "*",
        "+",
        "-",
        "@",
        "<",
        "=>",
        "=",
        "::",
        ":=",
        ":",
        "..",
        ".",
        ",",
        "(",
        ")",
        "[",
        "]",
        ";",
        "0x",
        "1",
        "_",
        "1e",
        "1.5",
        "a",
        "Bc",
        "é",
        "\u00A0",
        "\uD83D\uDE00",
        " ",
        "\t",
        "\n",
        "\r\n",
        "\u0001",
        "BEGIN",
        "ATOMIC",
        "END",
        "CASE",
        "CREATE",
        "FUNCTION",
        "RULE",
        "\\'",
        "\\\\",
        "\\x41",
        "\\u00e9",
        "\\ud83d"
    };

    private static final String[] OF_TOOLS = {
        "${",
        "}",
        "${a}",
        "{{",
        "}}",
        "{{ a }}",
        ":a",
        ":'a'",
        "\\g",
        "\\;",
        "\\.",
        "\n\\.\n",
        "\\set x\n",
        "COPY t FROM stdin;\n",
        "\ncreate ",
        ";\nselect 1;\n"
    };

    private Fragments() {}

    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.of(PLAIN), Arbitraries.of(OF_TOOLS))
                .list()
                .ofMaxSize(14)
                .map(pieces -> String.join("", pieces));
    }

    /** Without anything that the server itself does not know. */
    static Arbitrary<String> plainTexts() {
        return Arbitraries.of(PLAIN).list().ofMaxSize(8).map(pieces -> String.join("", pieces));
    }
}
