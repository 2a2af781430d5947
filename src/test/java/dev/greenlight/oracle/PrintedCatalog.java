package dev.greenlight.oracle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A server's catalog as {@code greenlight schema --format json} prints one. */
public final class PrintedCatalog {
    private static final String QUERY = """
            with n as (select oid, nspname from pg_namespace
                where nspname not like 'pg\\_%' and nspname <> 'information_schema'),
            member as (select classid, objid from pg_depend where deptype = 'e')
            select json_build_object(
            'enums', (select coalesce(json_agg(json_build_object('name', t.typname, 'schema', n.nspname,
                'labels', (select json_agg(enumlabel order by enumsortorder) from pg_enum where enumtypid = t.oid))), '[]')
                from pg_type t join n on n.oid = t.typnamespace where t.typtype = 'e'),
            'domains', (select coalesce(json_agg(json_build_object('name', t.typname, 'schema', n.nspname,
                'base', format_type(t.typbasetype, t.typtypmod), 'default', t.typdefault, 'notnull', t.typnotnull)), '[]')
                from pg_type t join n on n.oid = t.typnamespace where t.typtype = 'd'),
            'sequences', (select coalesce(json_agg(n.nspname || '.' || c.relname), '[]')
                from pg_class c join n on n.oid = c.relnamespace where c.relkind = 'S'),
            'functions', (select coalesce(json_agg(
                n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')'), '[]')
                from pg_proc p join n on n.oid = p.pronamespace
                where p.oid >= 16384 and ('pg_proc'::regclass, p.oid) not in (select classid, objid from member)
                and not exists (select from pg_depend d
                    where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i')),
            'extensions', (select json_agg(extname) from pg_extension),
            'tables', (select coalesce(json_agg(json_build_object('name', c.relname, 'schema', n.nspname,
                'kind', case c.relkind when 'r' then 'table' when 'p' then 'partitioned' when 'f' then 'foreign'
                    when 'v' then 'view' else 'matview' end,
                'persistence', c.relpersistence, 'rls', c.relrowsecurity, 'is_partition', c.relispartition,
                'columns', (select coalesce(json_agg(json_build_object('name', a.attname,
                    'type', format_type(a.atttypid, a.atttypmod), 'nullable', not a.attnotnull,
                    'default', pg_get_expr(d.adbin, d.adrelid), 'identity', nullif(a.attidentity::text, ''),
                    'generated', nullif(a.attgenerated::text, '')) order by a.attnum), '[]')
                    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
                'constraints', (select coalesce(json_agg(json_build_object('name', k.conname, 'type', k.contype,
                    'def', pg_get_constraintdef(k.oid), 'validated', k.convalidated)), '[]')
                    from pg_constraint k where k.conrelid = c.oid and k.contype in ('c', 'p', 'u', 'x', 'f')),
                'indexes', (select coalesce(json_agg(json_build_object('name', ic.relname,
                    'def', pg_get_indexdef(ic.oid), 'unique', i.indisunique, 'primary', i.indisprimary,
                    'valid', i.indisvalid)), '[]')
                    from pg_index i join pg_class ic on ic.oid = i.indexrelid where i.indrelid = c.oid),
                'triggers', (select coalesce(json_agg(t.tgname), '[]')
                    from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal))), '[]')
                from pg_class c join n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'f', 'v', 'm')
                and ('pg_class'::regclass, c.oid) not in (select classid, objid from member)))
            """;

    private PrintedCatalog() {}

    /** As a new session sees it. */
    public static String of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("reset search_path");
            try (ResultSet row = statement.executeQuery(QUERY)) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
