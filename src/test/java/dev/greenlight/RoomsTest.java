package dev.greenlight;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;

/** Holds the rooms apart: who may look into whom, in the order in which data flows. CONTRIBUTING.md says the same. */
@AnalyzeClasses(packages = "dev.greenlight", importOptions = ImportOption.DoNotIncludeTests.class)
final class RoomsTest {
    /** Each room with those it may look into. */
    private static final List<Room> ROOMS = rooms();

    private record Room(String name, List<String> mayLookInto) {}

    private static List<Room> rooms() {
        List<Room> rooms = new ArrayList<>();
        rooms.add(new Room("source", List.of()));
        rooms.add(new Room("postgres", List.of()));
        rooms.add(new Room("sql", List.of("source", "postgres")));
        rooms.add(new Room("catalog", List.of("source", "postgres")));
        rooms.add(new Room("migration", List.of("source", "sql")));
        rooms.add(new Room("replay", List.of("source", "postgres", "sql", "catalog", "migration")));
        List<String> toReplay = List.of("source", "postgres", "sql", "catalog", "migration", "replay");
        rooms.add(new Room("effect", toReplay));
        rooms.add(new Room("graph", toReplay));
        rooms.add(new Room("remedy", with(toReplay, "effect", "graph")));
        rooms.add(new Room("git", List.of("source")));
        rooms.add(new Room("rule", with(toReplay, "effect", "graph", "remedy")));
        List<String> toLint = with(toReplay, "effect", "graph", "remedy", "rule", "git");
        rooms.add(new Room("lint", toLint));
        rooms.add(new Room("report", with(toLint, "lint")));
        rooms.add(new Room("cli", with(toLint, "lint", "report")));
        return rooms;
    }

    private static List<String> with(List<String> rooms, String... more) {
        List<String> all = new ArrayList<>(rooms);
        all.addAll(List.of(more));
        return all;
    }

    @ArchTest
    static final ArchRule DATA_FLOWS_ONE_WAY = architecture();

    private static ArchRule architecture() {
        LayeredArchitecture architecture = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (Room room : ROOMS) {
            architecture = architecture.layer(room.name()).definedBy("dev.greenlight." + room.name() + "..");
        }
        for (Room room : ROOMS) {
            architecture = room.mayLookInto().isEmpty()
                    ? architecture.whereLayer(room.name()).mayNotAccessAnyLayer()
                    : architecture
                            .whereLayer(room.name())
                            .mayOnlyAccessLayers(room.mayLookInto().toArray(String[]::new));
        }
        return architecture.ensureAllClassesAreContainedInArchitecture();
    }

    @ArchTest
    static final ArchRule ONLY_ONE_ROOM_KNOWS_JSQLPARSER = noClasses()
            .that()
            .resideOutsideOfPackage("..sql.query..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.sf.jsqlparser..");

    @ArchTest
    static final ArchRule ONLY_REPORTS_AND_BASELINES_KNOW_JACKSON = noClasses()
            .that()
            .resideOutsideOfPackages("..report..", "..lint.baseline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..", "com.contrastsecurity..");

    @ArchTest
    static final ArchRule ONLY_ONE_CLASS_KNOWS_YAML = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.greenlight.source.yaml.YamlReader")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule BASELINES_KNOW_NO_MORE_OF_JACKSON_THAN_ITS_STREAMS = noClasses()
            .that()
            .resideInAPackage("..lint.baseline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.fasterxml.jackson.databind..", "com.fasterxml.jackson.annotation..", "com.contrastsecurity..");

    @ArchTest
    static final ArchRule NOTHING_STATIC_IS_MUTABLE =
            fields().that().areStatic().should().beFinal();
}
