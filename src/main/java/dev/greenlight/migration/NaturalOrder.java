package dev.greenlight.migration;

import java.util.Comparator;

/**
 * Sorts as people count: {@code 2_b} before {@code 10_a}, {@code v1.9/x} before {@code v1.10/x}. A number of eight
 * digits or more is a time, which may be written to the day or to the second: {@code 20240131} comes before {@code
 * 20240201093000} and behind {@code 20240101093000}.
 */
final class NaturalOrder implements Comparator<String> {
    static final NaturalOrder INSTANCE = new NaturalOrder();

    /** How many digits a day has. */
    private static final int DAY = 8;

    private NaturalOrder() {}

    @Override
    public int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int iEnd = runEnd(one, i);
            int jEnd = runEnd(other, j);
            int compared = compareRuns(one.substring(i, iEnd), other.substring(j, jEnd));
            if (compared != 0) {
                return compared;
            }
            i = iEnd;
            j = jEnd;
        }
        int rest = Boolean.compare(i < one.length(), j < other.length());
        return rest != 0 ? rest : one.compareTo(other);
    }

    /** The end of the digits that begin here, or of the one other character. */
    private static int runEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return Math.max(end, start + 1);
    }

    private static int compareRuns(String one, String other) {
        if (isDigit(one.charAt(0)) && isDigit(other.charAt(0))) {
            return compareTimes(one, other);
        }
        // A folder's end sorts before all else, so that what is in it stays together.
        return one.equals("/") || other.equals("/")
                ? Boolean.compare(other.equals("/"), one.equals("/"))
                : one.compareTo(other);
    }

    private static int compareTimes(String one, String other) {
        String first = withoutZeros(one);
        String second = withoutZeros(other);
        return first.length() < DAY || second.length() < DAY ? compareNumbers(one, other) : first.compareTo(second);
    }

    /** Numbers of any length, by value. */
    static int compareNumbers(String one, String other) {
        String first = withoutZeros(one);
        String second = withoutZeros(other);
        return first.length() != second.length()
                ? Integer.compare(first.length(), second.length())
                : first.compareTo(second);
    }

    private static String withoutZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
