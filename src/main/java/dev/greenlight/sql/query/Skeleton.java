package dev.greenlight.sql.query;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a query as text that JSqlParser reads without fail: names are {@code x}, constants {@code 1} and all
 * operators {@code +}, casts and what else bears no names is left out. Lists of constants shrink to one, so that ten
 * thousand rows cost no more than the first. Each piece of the text knows which token it stands for.
 */
final class Skeleton {
    private static final List<String> ROW = List.of("(", "1", ")", ",", "(", "1", ")");

    private final Marks marks;
    private @Nullable String[] pieces = new String[64];
    private int[] indexes = new int[64];
    private int[] offsets = new int[0];
    private int count;

    private Skeleton(Marks marks) {
        this.marks = marks;
    }

    /** @param prefix words that stand for no token, with which the tokens become a query */
    static Skeleton of(Marks marks, int from, int to, String prefix) {
        Skeleton skeleton = new Skeleton(marks);
        if (!prefix.isEmpty()) {
            skeleton.add(prefix, from);
        }
        for (int i = from; i < to; i++) {
            String text = marks.role(i).text();
            skeleton.add(text == null ? marks.token(i).value() : text, i);
        }
        return skeleton;
    }

    private void add(String piece, int index) {
        if (piece.isEmpty()) {
            return;
        }
        if (count == indexes.length) {
            pieces = Arrays.copyOf(pieces, count * 2);
            indexes = Arrays.copyOf(indexes, count * 2);
        }
        pieces[count] = piece;
        indexes[count++] = index;
        shrink(piece);
    }

    private void shrink(String piece) {
        if (piece.equals("1") && endsWith(List.of("(", "1", ",", "1"))) {
            count -= 2;
        } else if (piece.equals(")") && endsWith(ROW)) {
            count -= 4;
        }
    }

    private boolean endsWith(List<String> tail) {
        int start = count - tail.size();
        return start >= 0 && Arrays.asList(pieces).subList(start, count).equals(tail);
    }

    int size() {
        return count;
    }

    String text() {
        StringBuilder text = new StringBuilder(count * 4);
        offsets = new int[count];
        for (int i = 0; i < count; i++) {
            offsets[i] = text.length();
            text.append(pieces[i]).append(' ');
        }
        return text.toString();
    }

    /** The index of the token that stands at this offset of {@link #text}. */
    int tokenAt(int offset) {
        int found = Arrays.binarySearch(offsets, offset);
        return indexes[found >= 0 ? found : -found - 2];
    }

    Marks marks() {
        return marks;
    }
}
