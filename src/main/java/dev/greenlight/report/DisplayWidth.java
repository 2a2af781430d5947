package dev.greenlight.report;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;

/** How many columns of a terminal a character takes: 0 if it combines with the one before, 2 if it is wide. */
final class DisplayWidth {
    private static final int FIRST_NOT_NARROW = 0x300;

    private DisplayWidth() {}

    static int of(int codePoint) {
        if (codePoint < FIRST_NOT_NARROW) {
            return 1;
        }
        if (combines(codePoint)) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static boolean combines(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isWide(int codePoint) {
        return Character.isIdeographic(codePoint)
                || Character.isEmojiPresentation(codePoint)
                || isFullWidthForm(codePoint)
                || isWideScript(codePoint);
    }

    /** The wide forms of ASCII; the same block has narrow forms of wide letters. */
    private static boolean isFullWidthForm(int codePoint) {
        return 0xFF01 <= codePoint && codePoint <= 0xFF60 || 0xFFE0 <= codePoint && codePoint <= 0xFFE6;
    }

    private static boolean isWideScript(int codePoint) {
        UnicodeBlock block = UnicodeBlock.of(codePoint);
        if (block == UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS) {
            return false;
        }
        return switch (UnicodeScript.of(codePoint)) {
            case HAN, HANGUL, HIRAGANA, KATAKANA, BOPOMOFO, YI -> true;
            default -> block == UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION;
        };
    }
}
