package dev.greenlight.postgres;

/** What a foreign key does when the row that it refers to goes or changes (manual 5.5.5). */
public enum ReferentialAction {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT
}
