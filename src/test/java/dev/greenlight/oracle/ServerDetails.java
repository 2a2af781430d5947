package dev.greenlight.oracle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All that a server's catalog says of what is in a database, in the words of its own functions, one line for each
 * thing. Where a column stands in its table is not said, nor who owns what.
 */
public final class ServerDetails {
    private static final String SCHEMAS = """
            with n as (select oid, nspname from pg_namespace
                where nspname not like 'pg\\_%' and nspname <> 'information_schema'),
            r as (select c.*, n.nspname, n.nspname || '.' || c.relname as name
                from pg_class c join n on n.oid = c.relnamespace
                where not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'))
            """;

    private static final String[] QUERIES = {
        "select 'schema ' || nspname from n",
        "select 'extension ' || extname || ' in ' || extnamespace::regnamespace from pg_extension",
        """
        select 'relation ' || name || ' ' || relkind::text || relpersistence::text || ' security ' || relrowsecurity
            || relforcerowsecurity || ' options ' || coalesce((select string_agg(o, ',' order by o)
                from unnest(reloptions) o), '') || ' identity ' || relreplident::text || ' of ' || reloftype::regtype
            || coalesce(' partitioned ' || case relkind when 'p' then pg_get_partkeydef(oid) end, '')
            || coalesce(' bound ' || pg_get_expr(relpartbound, oid), '')
            || case when relkind = 'm' then ' filled ' || relispopulated else '' end
        from r where relkind not in ('t', 'c')
        """,
        """
        select 'parent of ' || name || ' ' || inhparent::regclass from r join pg_inherits on inhrelid = oid
        """,
        """
        select 'column ' || name || '.' || attname || ' ' || format_type(atttypid, atttypmod)
            || case when attnotnull then ' not null' else '' end || ' identity ' || attidentity::text || ' generated '
            || attgenerated::text || ' storage ' || attstorage::text || ' statistics ' || coalesce(nullif(attstattarget, -1), -1)
            || coalesce(' collation ' || nullif(attcollation, 0)::regcollation, '')
            || coalesce(' options ' || attoptions::text, '') || coalesce(' foreign options ' || attfdwoptions::text, '')
            || coalesce(' default ' || pg_get_expr(adbin, adrelid), '')
        from r join pg_attribute a on attrelid = r.oid left join pg_attrdef on adrelid = r.oid and adnum = attnum
        where attnum > 0 and not attisdropped and relkind <> 'i' and relkind <> 'I'
        """,
        """
        select 'constraint ' || coalesce(name, contypid::regtype::text) || ' ' || conname || ' '
            || pg_get_constraintdef(k.oid) || ' ' || coninhcount
        from pg_constraint k left join r on r.oid = conrelid
        where (r.oid is not null or contypid <> 0) and contype in ('c', 'f', 'p', 'u', 'x')
            and connamespace in (select oid from n) and not exists (select from pg_depend d
                where d.classid = 'pg_type'::regclass and d.objid = contypid and d.deptype = 'e')
        """,
        """
        select 'index ' || name || ' ' || pg_get_indexdef(indexrelid) || case when indisvalid then '' else ' invalid' end
            || case when indisclustered then ' clustered' else '' end
            || case when indisreplident then ' identity' else '' end
        from r join pg_index on indexrelid = oid
        """,
        "select 'view ' || name || ' ' || pg_get_viewdef(oid) from r where relkind in ('v', 'm')",
        """
        select 'sequence ' || name || ' ' || seqtypid::regtype || ' ' || seqstart || ' ' || seqincrement || ' ' || seqmax
            || ' ' || seqmin || ' ' || seqcache || ' ' || seqcycle || coalesce((select ' owned by '
                || refobjid::regclass || '.' || attname || ' ' || deptype::text from pg_depend
                join pg_attribute on attrelid = refobjid and attnum = refobjsubid
                where classid = 'pg_class'::regclass and objid = r.oid and deptype in ('a', 'i')), '')
        from r join pg_sequence on seqrelid = r.oid
        """,
        """
        select 'trigger ' || name || ' ' || tgenabled::text || ' ' || pg_get_triggerdef(t.oid)
        from r join pg_trigger t on tgrelid = r.oid where not tgisinternal
        """,
        "select 'rule ' || name || ' ' || ev_enabled::text || ' ' || pg_get_ruledef(w.oid) from r join pg_rewrite w on ev_class = r.oid",
        """
        select 'policy ' || name || ' ' || polname || ' ' || polcmd::text || polpermissive || ' '
            || coalesce(pg_get_expr(polqual, polrelid), '') || ' check '
            || coalesce(pg_get_expr(polwithcheck, polrelid), '') || ' to '
            || (select string_agg(x::regrole::text, ',' order by x) from unnest(polroles) x)
        from r join pg_policy p on polrelid = r.oid
        """,
        """
        select 'type ' || t.oid::regtype || ' ' || typtype::text || coalesce(' enum ' || (select string_agg(
                quote_literal(enumlabel), ',' order by enumsortorder) from pg_enum where enumtypid = t.oid), '')
            || case typtype when 'd' then ' domain ' || format_type(typbasetype, typtypmod) || typnotnull
                || coalesce(' default ' || typdefault, '') else '' end
            || coalesce(' range ' || (select rngsubtype::regtype || ' ' || rngsubdiff from pg_range where rngtypid = t.oid), '')
            || coalesce(' of ' || (select string_agg(attname || ' ' || format_type(atttypid, atttypmod), ',' order by attnum)
                from pg_attribute where attrelid = typrelid and attnum > 0 and not attisdropped
                and typtype = 'c' and (select relkind from pg_class where oid = typrelid) = 'c'), '')
        from pg_type t join n on n.oid = typnamespace where typelem = 0 and not exists (select from pg_depend d
            where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
        """,
        """
        select 'routine ' || p.oid::regprocedure || ' ' || case prokind when 'a' then 'aggregate '
            || (select aggtransfn || ' ' || aggtranstype::regtype || coalesce(' ' || agginitval, '')
                from pg_aggregate where aggfnoid = p.oid) else pg_get_functiondef(p.oid) end
        from pg_proc p join n on n.oid = pronamespace where not exists (select from pg_depend d
            where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype in ('e', 'i'))
        """,
        """
        select 'operator ' || o.oid::regoperator || ' ' || oprcode from pg_operator o join n on n.oid = oprnamespace
        where not exists (select from pg_depend d
            where d.classid = 'pg_operator'::regclass and d.objid = o.oid and d.deptype = 'e')
        """,
        """
        select 'cast ' || castsource::regtype || ' ' || casttarget::regtype || ' ' || castcontext::text || castmethod::text
        from pg_cast where oid >= 16384
        """,
        "select 'collation ' || collname from pg_collation join n on n.oid = collnamespace",
        "select 'text search ' || cfgname from pg_ts_config join n on n.oid = cfgnamespace",
        "select 'dictionary ' || dictname || coalesce(dictinitoption, '') from pg_ts_dict join n on n.oid = dictnamespace",
        "select 'statistics ' || pg_get_statisticsobjdef(s.oid) from pg_statistic_ext s",
        """
        select 'publication ' || pubname || puballtables || pubinsert || pubupdate || coalesce(' ' || (select string_agg(
            prrelid::regclass::text, ',' order by prrelid::regclass::text) from pg_publication_rel where prpubid = p.oid), '')
        from pg_publication p
        """,
        "select 'event trigger ' || evtname || evtevent || evtenabled::text || evtfoid::regproc from pg_event_trigger",
        "select 'wrapper ' || fdwname || coalesce(fdwoptions::text, '') from pg_foreign_data_wrapper",
        "select 'server ' || srvname || coalesce(srvoptions::text, '') from pg_foreign_server",
        "select 'foreign table ' || ftrelid::regclass || coalesce(ftoptions::text, '') from pg_foreign_table",
        """
        select 'comment ' || type || ' ' || identity || ' ' || description from pg_description
        cross join lateral pg_identify_object(classoid, objoid, objsubid) where objoid >= 16384 or objoid = 'public'::regnamespace
        """,
    };

    private ServerDetails() {}

    /** All names are written with their schemas. */
    public static SortedSet<String> lines(Connection connection) throws SQLException {
        SortedSet<String> lines = new TreeSet<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = ''");
            for (String query : QUERIES) {
                try (ResultSet rows = statement.executeQuery(SCHEMAS + query)) {
                    while (rows.next()) {
                        lines.add(rows.getString(1));
                    }
                }
            }
        }
        return lines;
    }
}
