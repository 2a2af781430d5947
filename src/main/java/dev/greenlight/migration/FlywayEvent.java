package dev.greenlight.migration;

import dev.greenlight.migration.FlywayHistory.Stage;
import java.util.Arrays;
import java.util.Optional;

/**
 * When a callback of Flyway's runs in {@code migrate}, in that order (Flyway's documentation, "Callback Events", and its
 * {@code DbMigrate}). Those for errors, for single statements and for other commands are none of a history.
 */
enum FlywayEvent {
    /** With each connection; the first is before all else. */
    AFTER_CONNECT("afterConnect"),
    BEFORE_VALIDATE("beforeValidate"),
    AFTER_VALIDATE("afterValidate"),
    CREATE_SCHEMA("createSchema"),
    BEFORE_CREATE_SCHEMA("beforeCreateSchema"),
    BEFORE_MIGRATE("beforeMigrate"),
    BEFORE_EACH_MIGRATE("beforeEachMigrate"),
    AFTER_EACH_MIGRATE("afterEachMigrate"),
    AFTER_VERSIONED("afterVersioned"),
    BEFORE_REPEATABLES("beforeRepeatables"),
    AFTER_MIGRATE_APPLIED("afterMigrateApplied"),
    AFTER_MIGRATE("afterMigrate");

    private final String id;

    FlywayEvent(String id) {
        this.id = id;
    }

    static Optional<FlywayEvent> of(String id) {
        return Arrays.stream(values()).filter(event -> event.id.equals(id)).findFirst();
    }

    /** Whether it runs with every single migration, in the transaction of that. */
    boolean isForEach() {
        return this == BEFORE_EACH_MIGRATE || this == AFTER_EACH_MIGRATE;
    }

    Stage stage() {
        if (compareTo(AFTER_EACH_MIGRATE) < 0) {
            return Stage.BEFORE;
        }
        return compareTo(BEFORE_REPEATABLES) > 0 ? Stage.AFTER : Stage.BETWEEN;
    }
}
