package dev.greenlight.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.Linter;
import dev.greenlight.lint.Review;
import dev.greenlight.source.MemoryTree;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A project whose every name is hostile is reported as one whose names are harmless. */
class HostileProjectProperties {
    private static final int TRIES = 200;
    private static final Review HARMLESS = review("harmless");

    @Property(tries = TRIES)
    void text_has_no_escapes_and_no_commands(@ForAll("names") String name) {
        String report = Reviews.write(new TextFormat(), review(name));

        assertThat(HostileText.hidden(report)).isEmpty();
        assertThat(report).doesNotContainPattern(HostileText.WORKFLOW_COMMAND);
    }

    @Property(tries = TRIES)
    void markdown_has_the_same_structure(@ForAll("names") String name) {
        String report = Reviews.write(new MarkdownFormat(), review(name));

        assertThat(MarkdownStructure.of(report))
                .isEqualTo(MarkdownStructure.of(Reviews.write(new MarkdownFormat(), HARMLESS)));
    }

    @Property(tries = TRIES)
    void sarif_is_valid(@ForAll("names") String name) {
        assertThat(SarifFormatTest.problems(Reviews.write(new SarifFormat(), review(name))))
                .isEmpty();
    }

    @Property(tries = TRIES)
    void json_has_the_same_shape(@ForAll("names") String name) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(Reviews.write(new JsonFormat(), review(name)));
        JsonNode harmless = new ObjectMapper().readTree(Reviews.write(new JsonFormat(), HARMLESS));

        assertThat(json.get("summary")).isEqualTo(harmless.get("summary"));
        assertThat(json.get("findings")).hasSameSizeAs(harmless.get("findings"));
    }

    /** Few enough bytes for PostgreSQL to take the whole name, and none that a quoted name cannot have. */
    @Provide
    Arbitrary<String> names() {
        return HostileText.texts()
                .map(text -> text.replace("\0", "").replaceAll("[\uD800-\uDFFF]", ""))
                .map(text -> text.substring(0, Math.min(text.length(), 20)))
                .filter(text -> !text.isEmpty());
    }

    private static Review review(String name) {
        String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
        Map<String, String> files = Map.of(
                "db/V1__a.sql", "CREATE TABLE " + quoted + " (" + quoted + " int);\n",
                "db/V2__b.sql", "CREATE INDEX ON " + quoted + " (" + quoted + ");\n",
                "db/V3__c.sql", "ALTER TABLE " + quoted + " DROP COLUMN " + quoted + ";\n",
                "db/V4__d.sql", "SELECT 1 FROM missing;\nDROP TABLE " + quoted + ";\n");
        return Linter.lint(LintRequest.of(MemoryTree.of(files), List.of("db")));
    }
}
