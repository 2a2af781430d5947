package dev.greenlight.lint.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.greenlight.migration.Histories;
import dev.greenlight.rule.RuleSetting;
import dev.greenlight.rule.checks.Checks;
import dev.greenlight.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that editors use and the reader have to agree on what is right. */
final class ConfigurationSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ConfigurationSchema.text(), InputFormat.JSON);

    /** Of each key right and wrong values, in JSON, which is YAML too. */
    static Stream<String> documents() {
        List<String> documents = new ArrayList<>(List.of("{}", "[]", "{\"folder\": \"db\"}"));
        values("postgres-version", documents, "12", "18", "15.4", "\"16\"", "11", "19", "\"x\"", "[16]", "true");
        values("timezone", documents, "\"UTC\"", "[]", "\"\"");
        values("default-search-path", documents, "\"a\"", "[\"a\", \"b\"]", "[[\"a\"]]", "\"\"", "[\"\"]");
        values("fail-on", documents, "\"red\"", "\"yellow\"", "\"never\"", "\"green\"", "[\"red\"]");
        values("history", documents, "\"open\"", "\"closed\"", "\"detect\"");
        values("baseline-schema", documents, "\"a.sql\"", "[\"a.sql\"]", "{}");
        values("baseline", documents, "\"a.json\"", "[\"a.json\"]");
        histories(documents);
        for (String setting : RuleSetting.ids()) {
            values("rules", documents, "{\"drop-table\": \"" + setting + "\"}");
        }
        values("rules", documents, "{\"drop-tabel\": \"off\"}", "{\"drop-table\": \"on\"}", "[]");
        requirements(documents);
        override(documents, "{\"paths\": \"a\", \"rules\": {\"drop-table\": \"off\"}}");
        override(documents, "{\"paths\": [\"a\"]}");
        override(documents, "{\"rules\": {\"drop-table\": \"off\"}}");
        override(documents, "{\"paths\": \"a\", \"rule\": {}}");
        return documents.stream();
    }

    private static void requirements(List<String> documents) {
        values("require", documents, "{}", "{\"tables\": {}}", "{\"tabels\": {}}", "[\"orders\"]", "\"orders\"");
        for (String columns : List.of("null", "\"id\"", "[\"id\", \"total\"]", "[]", "[[\"id\"]]", "[\"\"]", "{}")) {
            values("require", documents, "{\"tables\": {\"orders\": " + columns + "}}");
        }
        for (String key : List.of("required", "optional", "needed")) {
            values("require", documents, "{\"tables\": {\"orders\": {\"" + key + "\": [\"id\"]}}}");
            values("require", documents, "{\"tables\": {\"orders\": {\"" + key + "\": {}}}}");
        }
        values(
                "require",
                documents,
                "{\"tables\": [\"orders\"]}",
                "{\"tables\": {\"orders\": {\"required\": \"id\"}}}");
    }

    private static void histories(List<String> documents) {
        for (String layout : Histories.layouts()) {
            history(documents, "\"layout\": \"" + layout + "\"");
        }
        for (String mode : List.of("none", "implicit", "migration", "run", "file")) {
            history(documents, "\"transaction\": \"" + mode + "\"");
        }
        history(documents, "\"layout\": \"flywai\"");
        history(documents, "\"placeholders\": {\"a\": \"b\", \"c\": 1, \"d\": null, \"e\": true}");
        history(documents, "\"placeholders\": {\"a\": [1]}");
        history(documents, "\"placeholders\": [1]");
        history(documents, "\"baseline-schema\": [\"a\"]");
        history(documents, "\"history\": \"open\"");
        history(documents, "\"history\": \"shut\"");
        history(documents, "\"default-search-path\": [\"a\"]");
        history(documents, "\"fail-on\": \"red\"");
        documents.add("{\"histories\": [{\"layout\": \"flyway\"}]}");
        documents.add("{\"histories\": {\"folder\": \"db\"}}");
    }

    private static void values(String key, List<String> documents, String... values) {
        for (String value : values) {
            documents.add("{\"" + key + "\": " + value + "}");
        }
    }

    private static void history(List<String> documents, String more) {
        documents.add("{\"histories\": [{\"folder\": \"db\", " + more + "}]}");
    }

    private static void override(List<String> documents, String override) {
        documents.add("{\"overrides\": [" + override + "]}");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theyAgree(String document) {
        boolean right = SCHEMA.validate(document, InputFormat.JSON).isEmpty();
        assertThat(ConfigurationReader.read(SourceFile.of("greenlight.yml", document))
                        .problems()
                        .isEmpty())
                .as(document)
                .isEqualTo(right);
    }

    @Test
    void bothSortsAreAmongThem() {
        long right = documents()
                .filter(document -> SCHEMA.validate(document, InputFormat.JSON).isEmpty())
                .count();
        assertThat(right).isGreaterThan(30).isLessThan(documents().count() - 20);
    }

    @Test
    void theSchemaKnowsEveryRule() {
        assertThat(Checks.ids())
                .allSatisfy(rule -> assertThat(ConfigurationSchema.text()).contains("\"" + rule + "\""));
    }
}
