package dev.greenlight.sql.feature;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.TriggerStatement;

/** Forms of statements about triggers, rules and policies. */
final class TriggerFeatures {
    private TriggerFeatures() {}

    static void find(TriggerStatement statement, Search search) {
        switch (statement) {
            case TriggerStatement.CreateTrigger create -> {
                if (create.orReplace()) {
                    search.add(14, "CREATE OR REPLACE TRIGGER", words(create, search, create.constraint() ? 4 : 3));
                }
            }
            case TriggerStatement.CreateEventTrigger create -> {
                if (create.event().value().equals("login")) {
                    search.addParsed(
                            17, "an event trigger on login", create.event().span(), SqlState.SYNTAX_ERROR);
                }
            }
            case TriggerStatement.SwitchEventTrigger enabled -> {}
            case TriggerStatement.CreateRule create -> {}
            case TriggerStatement.CreatePolicy create ->
                PrivilegeFeatures.roles(search.row(create.span()).outer(), search);
            case TriggerStatement.AlterPolicy alter ->
                PrivilegeFeatures.roles(search.row(alter.span()).outer(), search);
        }
    }

    private static Span words(TriggerStatement create, Search search, int last) {
        return search.row(create.span()).span(0, last);
    }
}
