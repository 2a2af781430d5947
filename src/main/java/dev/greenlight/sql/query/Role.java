package dev.greenlight.sql.query;

import org.jspecify.annotations.Nullable;

/** What a token does in a query, and the text that stands for it where JSqlParser reads the query's structure. */
enum Role {
    /** Structure: it stands for itself. */
    PLAIN(null),
    /** Part of the name of a column or a relation. */
    NAME("x"),
    /** The name of a function, or a key word that is used like one. */
    CALL("x"),
    /** A constant, or what has no more names in it than one. */
    VALUE("1"),
    /** An operator between two operands. */
    INFIX("+"),
    /** A clause in parentheses that follows an operand, such as OVER. */
    INFIX_CALL("+ x"),
    COMMA(","),
    OPEN("("),
    CLOSE(")"),
    /** The parenthesis that closes DISTINCT ON, behind which the select list begins. */
    CLOSE_DISTINCT(") ,"),
    /** The bracket of a subscript. */
    SUBSCRIPT("+ x ("),
    /** SELECT with nothing behind it (manual, SELECT: "Empty SELECT Lists"), and VALUES. */
    SELECT("select"),
    SELECT_NOTHING("select 1"),
    /** TABLE, which is SELECT * FROM. */
    SELECT_ALL("select * from"),
    /** A name that is given to a column or a FROM item. */
    ALIAS(""),
    /** A name in the list behind a FROM item's alias. */
    COLUMN_ALIAS(""),
    /** Nothing that matters to a query's structure. */
    SKIPPED("");

    private final @Nullable String text;

    Role(@Nullable String text) {
        this.text = text;
    }

    /** The text for JSqlParser; null where it is the token's own. */
    @Nullable
    String text() {
        return text;
    }
}
