package dev.greenlight.lint.truth.drizzle;

import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.StringConstant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parts of statements that are alike in snapshots of all versions. */
final class DrizzleSql {
    private static final String DEFAULT_SCHEMA = "public";

    private DrizzleSql() {}

    /** The schema of what is named without one is {@code public}. */
    static QualifiedName name(Node node) {
        return new QualifiedName(node.textOr("schema", DEFAULT_SCHEMA), node.textOr("name", node.name()));
    }

    static QualifiedName name(Optional<String> schema, String name) {
        return new QualifiedName(schema.orElse(DEFAULT_SCHEMA), name);
    }

    static String columns(List<String> names) {
        return Identifiers.list(names.stream());
    }

    static String labels(List<String> labels) {
        return labels.stream().map(StringConstant::of).collect(Collectors.joining(", ", "(", ")"));
    }

    /** @param type of the column as SQL */
    static String column(Node column, String type) {
        List<String> parts = new ArrayList<>(List.of(Identifiers.quote(column.textOr("name", column.name())), type));
        column.text("default").ifPresent(value -> parts.add("DEFAULT " + value));
        column.find("generated")
                .ifPresent(generated -> generated
                        .text("as")
                        .ifPresent(expression -> parts.add("GENERATED ALWAYS AS (" + expression + ") STORED")));
        column.find("identity").flatMap(DrizzleSql::identity).ifPresent(parts::add);
        if (column.isTrue("notNull")) {
            parts.add("NOT NULL");
        }
        return String.join(" ", parts);
    }

    private static Optional<String> identity(Node identity) {
        return identity.text("type")
                .map(type -> "GENERATED " + (type.equals("always") ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY");
    }

    static String sequence(Node sequence) {
        return "CREATE SEQUENCE " + Identifiers.quote(name(sequence))
                + option(" INCREMENT BY ", sequence.text("increment").or(() -> sequence.text("incrementBy")))
                + option(" MINVALUE ", sequence.text("minValue"))
                + option(" MAXVALUE ", sequence.text("maxValue"))
                + option(" START WITH ", sequence.text("startWith"))
                + (sequence.isTrue("cycle") ? " CYCLE" : "");
    }

    private static String option(String words, Optional<String> value) {
        return value.map(each -> words + each).orElse("");
    }

    /** @param keys the columns and expressions as an index has them */
    static String index(Node index, QualifiedName table, List<String> keys) {
        return "CREATE " + (index.isTrue("isUnique") ? "UNIQUE " : "") + "INDEX "
                + Identifiers.quote(index.textOr("name", index.name())) + " ON " + Identifiers.quote(table)
                + option(" USING ", index.text("method"))
                + " (" + String.join(", ", keys) + ")"
                + option(" WHERE ", index.text("where"));
    }

    static String foreignKey(Node key, List<String> columns, QualifiedName target, List<String> referenced) {
        return "ADD CONSTRAINT " + Identifiers.quote(key.textOr("name", key.name())) + " FOREIGN KEY "
                + columns(columns) + " REFERENCES " + Identifiers.quote(target) + " " + columns(referenced)
                + option(" ON DELETE ", key.text("onDelete"))
                + option(" ON UPDATE ", key.text("onUpdate"));
    }

    static String view(Node view) {
        return "CREATE " + (view.isTrue("materialized") ? "MATERIALIZED " : "") + "VIEW "
                + Identifiers.quote(name(view)) + " AS " + view.textOr("definition", "");
    }

    static String policy(Node policy, String table) {
        return "CREATE POLICY " + Identifiers.quote(policy.textOr("name", policy.name())) + " ON " + table
                + option(" AS ", policy.text("as"))
                + option(" FOR ", policy.text("for"))
                + policy.text("using").map(each -> " USING (" + each + ")").orElse("")
                + policy.text("withCheck")
                        .map(each -> " WITH CHECK (" + each + ")")
                        .orElse("");
    }
}
