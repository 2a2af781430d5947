package dev.greenlight.sql;

import java.util.Locale;

/** The kinds of objects that DROP, RENAME, COMMENT and their kin name, by the words of the manual's part VI. */
public enum ObjectType {
    ACCESS_METHOD,
    AGGREGATE,
    CAST,
    COLLATION,
    COLUMN,
    CONSTRAINT,
    CONVERSION,
    DATABASE,
    DOMAIN,
    /** A constraint of a domain; CONSTRAINT is one of a table. */
    DOMAIN_CONSTRAINT,
    EVENT_TRIGGER,
    EXTENSION,
    FOREIGN_DATA_WRAPPER,
    FOREIGN_TABLE,
    FUNCTION,
    INDEX,
    LANGUAGE,
    LARGE_OBJECT,
    MATERIALIZED_VIEW,
    OPERATOR,
    OPERATOR_CLASS,
    OPERATOR_FAMILY,
    /** A configuration parameter, on which GRANT gives privileges (PostgreSQL 15). */
    PARAMETER,
    POLICY,
    PROCEDURE,
    PUBLICATION,
    ROLE,
    ROUTINE,
    RULE,
    SCHEMA,
    SEQUENCE,
    SERVER,
    STATISTICS,
    SUBSCRIPTION,
    /** The server's configuration, in ALTER SYSTEM. */
    SYSTEM,
    TABLE,
    TABLESPACE,
    TEXT_SEARCH_CONFIGURATION,
    TEXT_SEARCH_DICTIONARY,
    TEXT_SEARCH_PARSER,
    TEXT_SEARCH_TEMPLATE,
    TRANSFORM,
    TRIGGER,
    TYPE,
    USER_MAPPING,
    VIEW;

    /** As it is written in SQL, such as {@code MATERIALIZED VIEW}. */
    public String words() {
        return name().replace('_', ' ');
    }

    /** As PostgreSQL's messages write it, such as {@code materialized view}. */
    public String lowerCaseWords() {
        return words().toLowerCase(Locale.ROOT);
    }
}
