package dev.greenlight.lint.drift;

import dev.greenlight.catalog.Origin;
import dev.greenlight.lint.check.FinalSchema;
import dev.greenlight.lint.check.Recommendation;
import dev.greenlight.lint.truth.Expressible;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.rule.Level;
import dev.greenlight.rule.Nearest;
import dev.greenlight.sql.ObjectType;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The schema that a history leaves and the one that a source of truth declares, and how to say what differs.
 *
 * @param declared what the declaration makes, in an empty database
 * @param path of the source of truth, as given
 */
record Sides(FinalSchema migrated, FinalSchema declared, Expressible expressible, String path) {
    static final String CHECK = "schema-drift";
    private static final int LONGEST = 200;

    /** Whether it is certain that what the history does not have of this name is not there. */
    boolean isMissing(ObjectType type, String name) {
        return migrated.run().certainty().isOf(type, new QualifiedName("", name));
    }

    /** Whether it is certain that what is not declared under this name is declared nowhere. */
    boolean isUndeclared(ObjectType type, String name) {
        QualifiedName bare = new QualifiedName("", name);
        return declared.run().certainty().isOf(type, bare)
                && migrated.run().certainty().isOf(type, bare);
    }

    /** @param known what there is instead, one of which may be meant */
    Recommendation missing(String object, @Nullable Origin declaration, String name, Collection<String> known) {
        return new Recommendation(
                CHECK,
                Level.YELLOW,
                object,
                declaration,
                path + " has it, and no migration makes it",
                "write the migration that makes it" + Nearest.question(name, known));
    }

    Recommendation extra(String object, @Nullable Origin made, String name, Collection<String> known) {
        return new Recommendation(
                CHECK,
                Level.YELLOW,
                object,
                made,
                "the migrations leave it, and " + path + " does not have it",
                "add it to " + path + ", or write the migration that drops it" + Nearest.question(name, known));
    }

    /** @param made where the migrations made what differs, or what has it */
    Recommendation differs(
            String object, @Nullable Origin made, @Nullable Origin declaration, String is, String shouldBe) {
        return new Recommendation(
                CHECK,
                Level.YELLOW,
                object,
                made == null ? declaration : made,
                "the migrations leave it " + line(is) + ", and it is " + line(shouldBe) + " in " + where(declaration),
                "write the migration that changes it, or change " + path);
    }

    /** What is only called otherwise: all works, but the tool's next migration would rename it. */
    Recommendation renamed(String object, @Nullable Origin made, @Nullable Origin declaration, String name) {
        return new Recommendation(
                CHECK,
                Level.NOTE,
                object,
                made,
                "it is called " + name + " in " + where(declaration) + ", and else the same",
                "rename it, or say its name there");
    }

    /** Conditions and code may be long. */
    static String line(String definition) {
        String line = definition.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private String where(@Nullable Origin declaration) {
        return declaration == null ? path : declaration.toString();
    }
}
