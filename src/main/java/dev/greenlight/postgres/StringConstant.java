package dev.greenlight.postgres;

/** A text as SQL writes it (manual 4.1.2.1), for a server whose standard_conforming_strings is on. */
public final class StringConstant {
    private StringConstant() {}

    public static String of(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
