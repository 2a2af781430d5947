package dev.greenlight.source;

/** Tells which characters show nothing by themselves but may change how or where the rest is shown. */
public final class Visibility {
    private Visibility() {}

    /** Whether an editor or terminal would obey it and a reader not see it. Half a pair by itself is no UTF-8. */
    public static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
