package dev.greenlight.postgres;

/** A conversion between two built-in types, both by internal name (manual CREATE CAST, 52.10). */
public record Cast(String source, String target, Method method, Usage usage, VersionRange versions) {

    /** How values are converted. */
    public enum Method {
        /** Not at all: both are the same bits. */
        BINARY,
        FUNCTION,
        /** Through their text. */
        INPUT_OUTPUT
    }

    /** Where PostgreSQL applies it unasked. */
    public enum Usage {
        ANYWHERE,
        ASSIGNMENT,
        EXPLICIT
    }

    static Cast parse(String line) {
        String[] row = line.split(" ");
        return new Cast(row[0], row[1], method(row[2]), usage(row[3]), DataFile.versions(row, 4));
    }

    private static Method method(String castmethod) {
        return switch (castmethod) {
            case "b" -> Method.BINARY;
            case "f" -> Method.FUNCTION;
            case "i" -> Method.INPUT_OUTPUT;
            default -> throw new IllegalArgumentException(castmethod);
        };
    }

    private static Usage usage(String castcontext) {
        return switch (castcontext) {
            case "i" -> Usage.ANYWHERE;
            case "a" -> Usage.ASSIGNMENT;
            case "e" -> Usage.EXPLICIT;
            default -> throw new IllegalArgumentException(castcontext);
        };
    }
}
