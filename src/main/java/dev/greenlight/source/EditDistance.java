package dev.greenlight.source;

/**
 * How many slips make one word of another: a letter too many, too few or another one, or two letters exchanged with each
 * other (the distance of optimal string alignment, after Damerau and Levenshtein).
 */
public final class EditDistance {
    private final String one;
    private final String other;
    private final int[][] slips;

    private EditDistance(String one, String other) {
        this.one = one;
        this.other = other;
        this.slips = new int[one.length() + 1][other.length() + 1];
    }

    /** Takes time and memory that grow with the product of the lengths. */
    public static int between(String one, String other) {
        return new EditDistance(one, other).count();
    }

    private int count() {
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : least(i, j);
            }
        }
        return slips[one.length()][other.length()];
    }

    private int least(int i, int j) {
        int added = 1 + Math.min(slips[i - 1][j], slips[i][j - 1]);
        int kept = slips[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int exchanged = areExchanged(i, j) ? 1 + slips[i - 2][j - 2] : Integer.MAX_VALUE;
        return Math.min(exchanged, Math.min(added, kept));
    }

    private boolean areExchanged(int i, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
