package dev.greenlight.sql.feature;

import dev.greenlight.sql.Keywords;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.Set;

/**
 * Labels of output columns that are key words and have no AS, as in {@code SELECT count(*) value} (manual 7.3.2 and
 * appendix C; since PostgreSQL 14). What may also be the end of an expression is left alone.
 */
final class Labels {
    /** The key words of PostgreSQL 12 that may be such a label today (pg_get_keywords(), barelabel). */
    static final Set<String> WORDS = Set.of("""
            abort absolute access action add admin after aggregate all also alter always analyse analyze and
            any asc assertion assignment asymmetric at attach attribute authorization backward before begin
            between bigint binary bit boolean both by cache call called cascade cascaded case cast catalog
            chain characteristics check checkpoint class close cluster coalesce collate collation column
            columns comment comments commit committed concurrently configuration conflict connection
            constraint constraints content continue conversion copy cost cross csv cube current
            current_catalog current_date current_role current_schema current_time current_timestamp
            current_user cursor cycle data database deallocate dec decimal declare default defaults
            deferrable deferred definer delete delimiter delimiters depends desc detach dictionary disable
            discard distinct do document domain double drop each else enable encoding encrypted end enum
            escape event exclude excluding exclusive execute exists explain extension external extract false
            family first float following force foreign forward freeze full function functions generated
            global granted greatest grouping groups handler header hold identity if ilike immediate
            immutable implicit import in include including increment index indexes inherit inherits
            initially inline inner inout input insensitive insert instead int integer interval invoker is
            isolation join key label language large last lateral leading leakproof least left level like
            listen load local localtime localtimestamp location lock locked logged mapping match
            materialized maxvalue method minvalue mode move name names national natural nchar new next no
            none not nothing notify nowait null nullif nulls numeric object of off oids old only operator
            option options or ordinality others out outer overlay overriding owned owner parallel parser
            partial partition passing password placing plans policy position preceding prepare prepared
            preserve primary prior privileges procedural procedure procedures program publication quote
            range read real reassign recursive ref references referencing refresh reindex relative release
            rename repeatable replace replica reset restart restrict returns revoke right role rollback
            rollup routine routines row rows rule savepoint schema schemas scroll search security select
            sequence sequences serializable server session session_user set setof sets share show similar
            simple skip smallint snapshot some sql stable standalone start statement statistics stdin stdout
            storage stored strict strip subscription substring support symmetric sysid system table tables
            tablesample tablespace temp template temporary text then ties time timestamp trailing
            transaction transform treat trigger trim true truncate trusted type types unbounded uncommitted
            unencrypted unique unknown unlisten unlogged until update user using vacuum valid validate
            validator value values varchar variadic verbose version view views volatile when whitespace work
            wrapper write xml xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse
            xmlpi xmlroot xmlserialize xmltable yes zone
            """.strip().split("\\s+"));

    /** Reserved words that are values, or end one. */
    private static final Set<String> VALUES = Set.of(
            "current_catalog",
            "current_date",
            "current_role",
            "current_time",
            "current_timestamp",
            "current_user",
            "end",
            "false",
            "localtime",
            "localtimestamp",
            "null",
            "session_user",
            "true",
            "user");

    /** Words that are no name where a name follows. */
    private static final Set<String> BEFORE_NAME =
            Set.of("double", "escape", "json", "national", "no", "over", "time", "zone");

    private Labels() {}

    /** @param last the last token of an output column */
    static void find(Row row, int last, Search search) {
        Token label = row.at(last);
        boolean keyword = label.is(TokenKind.WORD) && !label.value().equals("end") && WORDS.contains(label.value());
        boolean atLocal = row.isWordAt(last - 1, "at") && endsOperand(row, last - 2);
        if (keyword && !atLocal && endsOperand(row, last - 1)) {
            search.add(14, "a key word as a label without AS", label.span());
        }
    }

    /** Whether a value may end with this token, and what follows is no part of it. */
    static boolean endsOperand(Row row, int index) {
        Token before = row.at(index);
        return switch (before.kind()) {
            case RIGHT_PAREN, RIGHT_BRACKET, INTEGER, NUMERIC, PARAMETER, QUOTED_IDENTIFIER, STRING -> true;
            case WORD -> VALUES.contains(before.value()) || isName(before.value());
            default -> false;
        };
    }

    private static boolean isName(String word) {
        return Keywords.mayNameColumn(word) && !BEFORE_NAME.contains(word);
    }
}
