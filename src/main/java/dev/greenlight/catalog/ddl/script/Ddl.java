package dev.greenlight.catalog.ddl.script;

/**
 * A statement of a script.
 *
 * @param object what it makes or changes, such as {@code table public.orders}
 * @param text without the semicolon
 */
public record Ddl(String object, String text, Guard guard) {
    /** What keeps it from failing or from changing anything where its object is there already. */
    public sealed interface Guard {
        /** It says the same again. */
        record Repeatable() implements Guard {}

        /** It takes IF NOT EXISTS behind its first words. */
        record IfNotExists(String words) implements Guard {}

        /** It is only run where a condition holds. */
        record When(String condition) implements Guard {}

        /** It fails where it has been run already, and nothing comes of that. */
        record Tolerant() implements Guard {}
    }

    static Ddl repeatable(String object, String text) {
        return new Ddl(object, text, new Guard.Repeatable());
    }

    /** @param words with which the text begins, and behind which IF NOT EXISTS may stand */
    static Ddl ifNotExists(String object, String words, String rest) {
        return new Ddl(object, words + rest, new Guard.IfNotExists(words));
    }

    static Ddl when(String object, String condition, String text) {
        return new Ddl(object, text, new Guard.When(condition));
    }

    static Ddl of(Wordings.Change change) {
        return new Ddl("change", change.text(), change.repeatable() ? new Guard.Repeatable() : new Guard.Tolerant());
    }

    /** As it is where its object may be there already. */
    public String guarded() {
        return switch (guard) {
            case Guard.Repeatable ignored -> text;
            case Guard.IfNotExists words ->
                words.words() + "IF NOT EXISTS " + text.substring(words.words().length());
            case Guard.When when ->
                block("    IF " + when.condition() + " THEN\n        EXECUTE " + quoted() + ";\n    END IF;\n");
            case Guard.Tolerant ignored ->
                block("    EXECUTE " + quoted() + ";\nEXCEPTION WHEN duplicate_object OR duplicate_function"
                        + " OR undefined_object OR unique_violation THEN\n    NULL;\n");
        };
    }

    private static String block(String body) {
        String tag = tag("guard", body);
        return "DO " + tag + "\nBEGIN\n" + body + "END\n" + tag;
    }

    private String quoted() {
        String tag = tag("sql", text);
        return tag + text + tag;
    }

    /** One that does not end within the text (manual 4.1.2.4). */
    private static String tag(String word, String text) {
        String tag = "$" + word + "$";
        for (int number = 1; (text + "$").contains(tag); number++) {
            tag = "$" + word + number + "$";
        }
        return tag;
    }
}
