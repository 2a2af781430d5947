package dev.greenlight.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.Region;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.greenlight.catalog.Origin;
import dev.greenlight.lint.Review;
import dev.greenlight.remedy.SafeForm;
import dev.greenlight.rule.Finding;
import dev.greenlight.rule.Level;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.SourceRead.Unreadable;
import dev.greenlight.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifFormatTest {
    private static final Schema SCHEMA = schema();
    private static final SourceFile FILE =
            SourceFile.of("db/a b.sql", "CREATE TABLE t (id int);\nCREATE INDEX i\n  ON t (id);\n");

    @Test
    void a_result_says_what_github_requires() {
        Run run = run(Reviews.of(List.of(Reviews.finding(Level.RED, FILE, "CREATE INDEX i\n  ON t (id)"))));

        Result result = run.getResults().getFirst();
        assertThat(result.getRuleId()).isEqualTo("create-index-blocks-writes");
        assertThat(result.getRuleIndex()).isZero();
        assertThat(result.getLevel()).isEqualTo(Result.Level.ERROR);
        assertThat(result.getMessage().getText()).isEqualTo("writes wait.");
        assertThat(result.getPartialFingerprints().getAdditionalProperties())
                .containsOnlyKeys("primaryLocationLineHash")
                .containsValue(LineHashes.of(FILE).ofLine(2));
        Location location = result.getLocations().getFirst();
        assertThat(location.getPhysicalLocation().getArtifactLocation().getUri())
                .isEqualTo("services/billing/db/a%20b.sql");
        Region region = location.getPhysicalLocation().getRegion();
        assertThat(List.of(region.getStartLine(), region.getStartColumn(), region.getEndLine(), region.getEndColumn()))
                .containsExactly(2, 1, 3, 12);
        assertThat(region.getSnippet().getText()).isEqualTo("CREATE INDEX i\n  ON t (id)");
        assertThat(run.getColumnKind()).isEqualTo(Run.ColumnKind.UTF_16_CODE_UNITS);
        assertThat(run.getAutomationDetails().getId()).isEqualTo("greenlight/");
    }

    @Test
    void a_rule_is_described_by_its_page() {
        Run run = run(Reviews.of(List.of(Reviews.finding(Level.RED, FILE, "CREATE INDEX"))));

        assertThat(run.getTool().getDriver().getSemanticVersion()).isEqualTo("1.2.3");
        assertThat(run.getTool().getDriver().getRules()).hasSize(1);
        ReportingDescriptor rule =
                run.getTool().getDriver().getRules().iterator().next();
        assertThat(rule.getId()).isEqualTo("create-index-blocks-writes");
        assertThat(rule.getName()).isEqualTo("CreateIndexBlocksWrites");
        assertThat(rule.getShortDescription().getText()).isEqualTo("CREATE INDEX blocks writes");
        assertThat(rule.getFullDescription().getText()).startsWith("`CREATE INDEX` without");
        assertThat(rule.getHelp().getText()).contains("## Unsafe");
        assertThat(rule.getHelp().getMarkdown()).contains("## Unsafe");
        assertThat(rule.getDefaultConfiguration().getLevel()).isEqualTo(ReportingConfiguration.Level.ERROR);
        assertThat(rule.getProperties().getTags()).containsExactly("postgresql", "locking");
        assertThat(rule.getProperties().getAdditionalProperties())
                .containsEntry("precision", "high")
                .containsEntry("problem.severity", "error");
    }

    @Test
    void a_warning_of_a_rule_that_is_an_error_stays_a_warning() {
        String sarif = Reviews.write(
                new SarifFormat(), Reviews.of(List.of(Reviews.finding(Level.YELLOW, FILE, "CREATE INDEX"))));

        assertThat(sarif).contains("\"level\": \"warning\"", "\"level\": \"error\"");
    }

    @Test
    void a_related_place_is_linked_in_the_message() {
        Finding.Related related = new Finding.Related(new Origin(FILE, new Span(0, 23)), "t[](x) is made here");
        SafeForm safeForm = new SafeForm("Build it concurrently.", "CREATE INDEX CONCURRENTLY i;");
        Finding finding = new Finding(
                "create-index-blocks-writes", Level.RED, FILE, new Span(25, 37), "[t](1)", safeForm, List.of(related));

        Result result = run(Reviews.of(List.of(finding))).getResults().getFirst();

        assertThat(result.getMessage().getText())
                .isEqualTo("\\[t\\](1) (see [t\\[\\](x) is made here](1)). Build it concurrently.");
        assertThat(result.getMessage().getMarkdown()).isEqualTo("""
                \\[t\\](1) (see [t\\[\\](x) is made here](1)). Build it concurrently.

                ```sql
                CREATE INDEX CONCURRENTLY i;
                ```
                """);
        Location location = result.getRelatedLocations().iterator().next();
        assertThat(location.getId()).isEqualTo(1);
        assertThat(location.getMessage().getText()).isEqualTo("t\\[\\](x) is made here");
        assertThat(location.getPhysicalLocation().getRegion().getEndColumn()).isEqualTo(24);
    }

    @Test
    void without_findings_there_is_an_empty_list() {
        Run run = run(Reviews.of(List.of()));

        assertThat(run.getResults()).isEmpty();
        assertThat(run.getInvocations().getFirst().getExecutionSuccessful()).isTrue();
        assertThat(run.getProperties().getAdditionalProperties()).containsEntry("verdict", "BLOCKED");
    }

    @Test
    void notes_and_files_that_could_not_be_read_are_notifications() {
        Unreadable unreadable = new Unreadable("db/c.sql", 7, "line 7: not UTF-8", "save the file as UTF-8");
        Run run = run(Reviews.of(List.of(), List.of(unreadable), List.of("an assumption")));

        List<Notification> notifications = run.getInvocations().getFirst().getToolExecutionNotifications();
        assertThat(notifications.getFirst().getLevel()).isEqualTo(Notification.Level.NOTE);
        assertThat(notifications.getFirst().getMessage().getText()).isEqualTo("an assumption");
        assertThat(notifications.getLast().getLevel()).isEqualTo(Notification.Level.ERROR);
        assertThat(notifications.getLast().getMessage().getText())
                .isEqualTo("line 7: not UTF-8; save the file as UTF-8");
        assertThat(notifications.getLast().getLocations())
                .singleElement()
                .satisfies(location -> assertThat(
                                location.getPhysicalLocation().getRegion().getStartLine())
                        .isEqualTo(7));
        assertThat(run.getInvocations().getFirst().getExecutionSuccessful()).isFalse();
    }

    @Test
    void no_place_is_given_in_bytes() {
        assertThat(Reviews.write(new SarifFormat(), Reviews.everywhere("x"))).doesNotContain("byteOffset");
    }

    /** What the schema has against it. */
    static List<Error> problems(String sarif) {
        return SCHEMA.validate(sarif, InputFormat.JSON);
    }

    /** Written, held against the schema, and read back. */
    private static Run run(Review review) {
        ReportStyle style = new ReportStyle(false, "1.2.3", "services/billing/");
        String sarif = Reviews.write(new SarifFormat(), review, style);
        assertThat(problems(sarif)).isEmpty();
        try {
            return new ObjectMapper()
                    .readValue(sarif, SarifSchema210.class)
                    .getRuns()
                    .getFirst();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema() {
        try (InputStream schema = SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
