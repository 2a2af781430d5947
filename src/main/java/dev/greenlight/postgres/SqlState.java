package dev.greenlight.postgres;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The error codes that a replay predicts (manual, appendix A). */
public enum SqlState {
    FEATURE_NOT_SUPPORTED("0A000"),
    NULL_VALUE_NOT_ALLOWED("22004"),
    ERROR_IN_ASSIGNMENT("22005"),
    INVALID_PARAMETER_VALUE("22023"),
    ACTIVE_SQL_TRANSACTION("25001"),
    INVALID_SCHEMA_NAME("3F000"),
    SYNTAX_ERROR("42601"),
    INVALID_NAME("42602"),
    INVALID_COLUMN_DEFINITION("42611"),
    DUPLICATE_COLUMN("42701"),
    AMBIGUOUS_COLUMN("42702"),
    UNDEFINED_COLUMN("42703"),
    UNDEFINED_OBJECT("42704"),
    DUPLICATE_OBJECT("42710"),
    DUPLICATE_FUNCTION("42723"),
    GROUPING_ERROR("42803"),
    WINDOWING_ERROR("42P20"),
    INVALID_SCHEMA_DEFINITION("42P15"),
    DATATYPE_MISMATCH("42804"),
    WRONG_OBJECT_TYPE("42809"),
    INVALID_FOREIGN_KEY("42830"),
    CANNOT_COERCE("42846"),
    UNDEFINED_FUNCTION("42883"),
    UNDEFINED_TABLE("42P01"),
    INVALID_COLUMN_REFERENCE("42P10"),
    DUPLICATE_SCHEMA("42P06"),
    DUPLICATE_TABLE("42P07"),
    INVALID_OBJECT_DEFINITION("42P17"),
    INVALID_TABLE_DEFINITION("42P16"),
    DEPENDENT_OBJECTS_STILL_EXIST("2BP01"),
    OBJECT_IN_USE("55006"),
    TOO_MANY_COLUMNS("54011"),
    OBJECT_NOT_IN_PREREQUISITE_STATE("55000"),
    UNSAFE_NEW_ENUM_VALUE_USAGE("55P04"),
    IN_FAILED_SQL_TRANSACTION("25P02"),
    INVALID_TRANSACTION_STATE("25000"),
    NO_ACTIVE_SQL_TRANSACTION("25P01"),
    INVALID_SAVEPOINT_SPECIFICATION("3B001"),
    INVALID_FUNCTION_DEFINITION("42P13"),
    AMBIGUOUS_FUNCTION("42725"),
    RESERVED_NAME("42939"),
    UNIQUE_VIOLATION("23505"),
    NOT_NULL_VIOLATION("23502"),
    CASE_NOT_FOUND("20000"),
    RAISE_EXCEPTION("P0001"),
    ASSERT_FAILURE("P0004"),
    INTERNAL_ERROR("XX000");

    private final String code;

    SqlState(String code) {
        this.code = code;
    }

    /** The five characters. */
    public String code() {
        return code;
    }

    /** The name of the condition, as PL/pgSQL's handlers write it (manual, appendix A). */
    public String condition() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with these five characters, or with this name of a condition. */
    public static Optional<SqlState> of(String codeOrCondition) {
        return Arrays.stream(values())
                .filter(state ->
                        state.code.equals(codeOrCondition) || state.condition().equals(codeOrCondition))
                .findFirst();
    }
}
