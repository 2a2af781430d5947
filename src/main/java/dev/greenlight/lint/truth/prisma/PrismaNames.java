package dev.greenlight.lint.truth.prisma;

import dev.greenlight.postgres.Identifiers;
import java.util.ArrayList;
import java.util.List;

/**
 * What Prisma calls keys and indexes of which no name is said: table, columns and a word for the kind. Of what is too
 * long the end before that word is cut off ({@code ConstraintNames} of {@code parser-database} in its engines).
 */
final class PrismaNames {
    private PrismaNames() {}

    static String of(String table, List<String> columns, String kind) {
        List<String> parts = new ArrayList<>();
        parts.add(table);
        parts.addAll(columns);
        return Identifiers.clip(String.join("_", parts), Identifiers.MAXIMUM_LENGTH - kind.length() - 1) + "_" + kind;
    }
}
