package dev.greenlight.migration;

import java.util.List;

/** The layouts that are known, those that are surest of themselves first. */
final class MigrationLayouts {
    static final List<MigrationLayout> KNOWN = List.of(
            new LiquibaseLayout(),
            new SqitchLayout(),
            new FlywayLayout(),
            new HasuraLayout(),
            new DieselLayout(),
            new PrismaLayout(),
            new DrizzleLayout(),
            new SupabaseLayout(),
            new TemporalLayout(),
            new GooseLayout(),
            new DbmateLayout(),
            new SqlMigrateLayout(),
            new NodePgMigrateLayout(),
            new PopxLayout(),
            new SqlxLayout(),
            new GolangMigrateLayout(),
            new AtlasLayout(),
            new NumberedLayout());
    static final UnknownLayout UNKNOWN = new UnknownLayout();

    private MigrationLayouts() {}

    /** @throws IllegalArgumentException if there is no such layout: who lets people name one has to ask before */
    static MigrationLayout named(String id) {
        return KNOWN.stream()
                .filter(layout -> layout.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no layout " + id));
    }
}
