package dev.greenlight.postgres;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The names that PostgreSQL gives to what a statement makes without naming it: indexes, constraints, the sequences of
 * serial columns. After {@code makeObjectName} and its neighbours in {@code src/backend/commands/indexcmds.c}.
 */
public final class ChosenNames {
    private ChosenNames() {}

    /**
     * {@code name1_name2_label}, or {@code name1_label}, cut to 63 bytes: first the longer of the two names, and never
     * the label.
     */
    public static String makeObjectName(String name1, @Nullable String name2, String label) {
        int length1 = Identifiers.length(name1);
        int length2 = name2 == null ? 0 : Identifiers.length(name2);
        int available = Identifiers.MAXIMUM_LENGTH - Identifiers.length(label) - (name2 == null ? 1 : 2);
        while (length1 + length2 > available) {
            if (length1 > length2) {
                length1--;
            } else {
                length2--;
            }
        }
        String middle = name2 == null ? "" : "_" + Identifiers.clip(name2, length2);
        return Identifiers.clip(name1, length1) + middle + "_" + label;
    }

    /** {@link #makeObjectName}, with a number behind the label, from 1, if the name is taken without. */
    public static String choose(String name1, @Nullable String name2, String label, Predicate<String> taken) {
        String name = makeObjectName(name1, name2, label);
        for (int pass = 1; taken.test(name); pass++) {
            name = makeObjectName(name1, name2, label + pass);
        }
        return name;
    }

    /** What stands for several columns as {@code name2}: their names, as many as 64 bytes begin with. */
    public static String columns(List<String> names) {
        StringBuilder addition = new StringBuilder();
        for (String name : names) {
            if (!addition.isEmpty()) {
                addition.append('_');
            }
            addition.append(name);
            if (Identifiers.length(addition.toString()) > Identifiers.MAXIMUM_LENGTH) {
                break;
            }
        }
        return addition.toString();
    }
}
