package dev.greenlight.replay;

import dev.greenlight.catalog.NamedObject.Kind;
import dev.greenlight.sql.LanguageStatement;
import java.util.List;

/** Runs CREATE LANGUAGE and CREATE ACCESS METHOD. */
final class LanguageReplay {
    private LanguageReplay() {}

    static void apply(LanguageStatement statement, Execution execution) {
        NamedObjects objects = new NamedObjects(execution);
        switch (statement) {
            case LanguageStatement.CreateLanguage create -> {
                var made = NamedObjects.of(Kind.LANGUAGE, create.name());
                if (!create.orReplace()) {
                    objects.requireNew(made, create.name().span());
                }
                objects.put(made);
            }
            case LanguageStatement.CreateAccessMethod create ->
                objects.create(
                        NamedObjects.of(Kind.ACCESS_METHOD, create.name()),
                        create.name().span());
        }
        new Descriptions(execution).describe(statement, List.of());
    }
}
