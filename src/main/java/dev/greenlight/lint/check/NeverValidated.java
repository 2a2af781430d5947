package dev.greenlight.lint.check;

import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.rule.Level;
import java.util.stream.Stream;

/** Foreign keys and checks that were added NOT VALID and never validated (manual ALTER TABLE). */
final class NeverValidated implements SchemaCheck {
    @Override
    public Stream<Recommendation> look(FinalSchema schema) {
        return schema.tables()
                .flatMap(table -> table.constraints().stream()
                        .filter(constraint -> constraint.origin() != null && !constraint.validated())
                        .map(constraint -> recommendation(table, constraint)));
    }

    private static Recommendation recommendation(Table table, TableConstraint constraint) {
        return new Recommendation(
                "never-validated",
                Level.YELLOW,
                table.name().display(),
                constraint.origin(),
                constraint.name() + " is NOT VALID: rows from before it may break it",
                "ALTER TABLE " + FinalSchema.quoted(table) + " VALIDATE CONSTRAINT "
                        + Identifiers.quote(constraint.name()) + ";");
    }
}
