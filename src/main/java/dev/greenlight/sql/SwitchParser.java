package dev.greenlight.sql;

import dev.greenlight.sql.AlterTableAction.RowSecurity;
import dev.greenlight.sql.AlterTableAction.Switch;
import dev.greenlight.sql.AlterTableAction.SwitchRowSecurity;
import dev.greenlight.sql.AlterTableAction.SwitchRule;
import dev.greenlight.sql.AlterTableAction.SwitchTrigger;

/** Reads {@code ENABLE} and {@code DISABLE}, which are actions of ALTER TABLE and of ALTER EVENT TRIGGER. */
final class SwitchParser {
    private final Cursor cursor;
    private final int start;

    SwitchParser(Cursor cursor) {
        this.cursor = cursor;
        this.start = cursor.position();
    }

    AlterTableAction action() {
        boolean enable = cursor.expectAnyWord("enable", "disable").equals("enable");
        if (cursor.acceptWords("row")) {
            cursor.expectWords("level", "security");
            RowSecurity state = enable ? RowSecurity.ENABLE : RowSecurity.DISABLE;
            return new SwitchRowSecurity(state, cursor.spanFrom(start));
        }
        Switch state = enable ? enabled(cursor) : Switch.DISABLE;
        if (cursor.expectAnyWord("trigger", "rule").equals("trigger")) {
            return trigger(state);
        }
        Name rule = NameParser.name(cursor);
        return new SwitchRule(state, rule, cursor.spanFrom(start));
    }

    /** {@code ENABLE [REPLICA | ALWAYS]} or {@code DISABLE}. */
    static Switch state(Cursor cursor) {
        return cursor.expectAnyWord("enable", "disable").equals("enable") ? enabled(cursor) : Switch.DISABLE;
    }

    private static Switch enabled(Cursor cursor) {
        if (cursor.acceptWords("always")) {
            return Switch.ENABLE_ALWAYS;
        }
        return cursor.acceptWords("replica") ? Switch.ENABLE_REPLICA : Switch.ENABLE;
    }

    private AlterTableAction trigger(Switch state) {
        boolean mayBeAll = state == Switch.ENABLE || state == Switch.DISABLE;
        if (mayBeAll && cursor.isAnyWord("all", "user")) {
            boolean all = cursor.next().isWord("all");
            return new SwitchTrigger(state, null, all, cursor.spanFrom(start));
        }
        Name trigger = NameParser.name(cursor);
        return new SwitchTrigger(state, trigger, false, cursor.spanFrom(start));
    }
}
