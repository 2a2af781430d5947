package dev.greenlight.sql;

import java.util.Set;

/**
 * The key words of PostgreSQL 18 that may not stand wherever a name may (manual appendix C). All other words, among
 * them the unreserved key words, may name anything.
 */
public final class Keywords {
    /** Refused as any name but a label behind AS or a dot. */
    static final Set<String> RESERVED = words("""
            all analyse analyze and any array as asc asymmetric both case cast check collate column constraint
            create current_catalog current_date current_role current_time current_timestamp current_user default
            deferrable desc distinct do else end except false fetch for foreign from grant group having in
            initially intersect into lateral leading limit localtime localtimestamp not null offset on only or
            order placing primary references returning select session_user some symmetric system_user table then
            to trailing true union unique user using variadic when where window with
            """);

    /** "Reserved (can be function or type)": refused as the name of a column, table or anything else. */
    static final Set<String> TYPE_OR_FUNCTION_NAME = words("""
            authorization binary collation concurrently cross current_schema freeze full ilike inner is isnull
            join left like natural notnull outer overlaps right similar tablesample verbose
            """);

    /** "Non-reserved (cannot be function or type)". */
    static final Set<String> COLUMN_NAME = words("""
            between bigint bit boolean char character coalesce dec decimal exists extract float greatest
            grouping inout int integer interval json json_array json_arrayagg json_exists json_object
            json_objectagg json_query json_scalar json_serialize json_table json_value least merge_action
            national nchar none normalize nullif numeric out overlay position precision real row setof smallint
            substring time timestamp treat trim values varchar xmlattributes xmlconcat xmlelement xmlexists
            xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
            """);

    private Keywords() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /** Whether a column, table or other object may have this name without quotes. */
    public static boolean mayNameColumn(String word) {
        return !RESERVED.contains(word) && !TYPE_OR_FUNCTION_NAME.contains(word);
    }

    /** Whether a type or function may have this name without quotes and without its schema. */
    public static boolean mayNameTypeOrFunction(String word) {
        return !RESERVED.contains(word) && !COLUMN_NAME.contains(word);
    }

    /** Whether a role, a language or an option's value may have this name without quotes. */
    public static boolean mayNameRole(String word) {
        return !RESERVED.contains(word);
    }
}
