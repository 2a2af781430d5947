package dev.greenlight.oracle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is in a server's catalog, one line for each thing. What a database has from the beginning has lower object
 * identifiers than anything that is made in it (manual 73.2, {@code FirstNormalObjectId}).
 */
public final class ServerCatalog {
    private static final String QUERY = """
            select 'table ' || n.nspname || '.' || c.relname || ' '
                || case c.relkind when 'r' then 'ordinary' when 'p' then 'partitioned' else 'foreign' end || ' '
                || case c.relpersistence when 'p' then 'permanent' when 'u' then 'unlogged' else 'temporary' end
            from r join pg_class c on c.oid = r.oid join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'f')
            union all
            select 'column ' || n.nspname || '.' || c.relname || '.' || a.attnum || ' ' || a.attname || ' '
                || format_type(a.atttypid, a.atttypmod)
                || case when a.attnotnull then ' not null' else '' end
                || case when a.atthasdef and a.attgenerated = '' then ' default' else '' end
                || case a.attidentity when 'a' then ' identity always' when 'd' then ' identity by_default' else '' end
                || case a.attgenerated when 's' then ' generated stored' when 'v' then ' generated virtual' else '' end
            from r join pg_class c on c.oid = r.oid join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind in ('r', 'p', 'f', 'v', 'm')
            union all
            select 'constraint ' || n.nspname || '.' || c.relname || ' ' || k.conname || ' '
                || case k.contype when 'c' then 'check ' when 'p' then 'primary key ' when 'u' then 'unique '
                    when 'x' then 'exclude ' else 'foreign key ' end
                || '(' || coalesce((select string_agg(x::text, ',' order by case when k.contype = 'c' then x end, o)
                    from unnest(k.conkey) with ordinality u(x, o) where x > 0), '') || ')'
                || case when k.contype = 'f' then ' to ' || fn.nspname || '.' || f.relname
                    || '(' || array_to_string(k.confkey, ',') || ')' else '' end
                || case when k.convalidated then '' else ' not valid' end
            from r join pg_class c on c.oid = r.oid join pg_namespace n on n.oid = c.relnamespace
            join pg_constraint k on k.conrelid = c.oid and k.contype in ('c', 'p', 'u', 'x', 'f')
            left join pg_class f on f.oid = k.confrelid left join pg_namespace fn on fn.oid = f.relnamespace
            union all
            select 'index ' || n.nspname || '.' || c.relname || ' on ' || n.nspname || '.' || t.relname || ' ' || m.amname
                || '(' || (select string_agg(x::text, ',' order by o) from unnest(i.indkey::int2[])
                    with ordinality u(x, o) where o <= i.indnkeyatts) || ')'
                || case when i.indisunique then ' unique' else '' end
                || case when i.indpred is not null then ' partial' else '' end
                || case when i.indisvalid then '' else ' invalid' end
            from r join pg_class c on c.oid = r.oid join pg_namespace n on n.oid = c.relnamespace
            join pg_index i on i.indexrelid = c.oid join pg_class t on t.oid = i.indrelid join pg_am m on m.oid = c.relam
            union all
            select case c.relkind when 'v' then 'view ' else 'materialized view ' end || n.nspname || '.' || c.relname
                || ' [' || (select string_agg(a.attname, ', ' order by a.attnum) from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) || ']'
            from r join pg_class c on c.oid = r.oid join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('v', 'm')
            union all
            select 'sequence ' || n.nspname || '.' || c.relname || ' owned by ' || coalesce(
                (select tn.nspname || '.' || t.relname || '.' || d.refobjsubid
                from pg_depend d join pg_class t on t.oid = d.refobjid join pg_namespace tn on tn.oid = t.relnamespace
                where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')
                and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0), 'none')
            from r join pg_class c on c.oid = r.oid join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'S'
            union all
            select 'type ' || n.nspname || '.' || t.typname || ' ' || case t.typtype
                when 'e' then 'enum ' || (select string_agg(enumlabel, ',' order by enumsortorder)
                    from pg_enum where enumtypid = t.oid)
                when 'd' then 'domain ' || format_type(t.typbasetype, t.typtypmod)
                    || case when t.typnotnull then ' not null' else '' end || ' '
                    || coalesce((select string_agg(conname, ',' order by conname collate "C") from pg_constraint
                        where contypid = t.oid and contype = 'c'), '')
                when 'c' then 'composite ' || coalesce((select string_agg(
                    a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ',' order by a.attnum)
                    from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped), '')
                else 'other' end
            from pg_type t join pg_namespace n on n.oid = t.typnamespace left join pg_class c on c.oid = t.typrelid
            where t.oid >= 16384 and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
            and t.typelem = 0 and (t.typtype <> 'c' or c.relkind = 'c')
            union all
            select case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end
                || ' ' || n.nspname || '.' || p.proname || '(' || coalesce((
                    select string_agg(format_type(x, null), ',' order by o)
                    from unnest(p.proargtypes) with ordinality u(x, o)), '') || ') '
                || case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where p.oid >= 16384 and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
            and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid
                and d.deptype in ('i', 'e'))
            union all
            select 'trigger ' || n.nspname || '.' || c.relname || ' ' || t.tgname
            from r join pg_class c on c.oid = r.oid join pg_namespace n on n.oid = c.relnamespace
            join pg_trigger t on t.tgrelid = c.oid and (not t.tgisinternal
                -- Before 15 those that a partition has of its parent count as internal, before 13 nothing else tells them.
                or current_setting('server_version_num')::int < 150000 and exists (select from pg_depend d
                    where d.classid = 'pg_trigger'::regclass and d.objid = t.oid and d.refclassid = 'pg_trigger'::regclass))
            union all
            select 'policy ' || n.nspname || '.' || c.relname || ' ' || p.polname
            from r join pg_class c on c.oid = r.oid join pg_namespace n on n.oid = c.relnamespace
            join pg_policy p on p.polrelid = c.oid
            union all
            select 'rule ' || n.nspname || '.' || c.relname || ' ' || w.rulename
            from r join pg_class c on c.oid = r.oid join pg_namespace n on n.oid = c.relnamespace
            join pg_rewrite w on w.ev_class = c.oid where w.rulename <> '_RETURN'
            union all
            select 'schema ' || nspname from pg_namespace
            where nspname not like 'pg\\_%' and nspname <> 'information_schema'
            """;

    private ServerCatalog() {}

    public static SortedSet<String> lines(Connection connection) throws SQLException {
        SortedSet<String> lines = new TreeSet<>();
        String relations = "with r as (select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where c.oid >= 16384 and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema') ";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(relations + QUERY)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
