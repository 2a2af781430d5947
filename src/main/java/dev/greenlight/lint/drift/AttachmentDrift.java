package dev.greenlight.lint.drift;

import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.lint.check.Recommendation;
import dev.greenlight.lint.difference.Literals;
import dev.greenlight.lint.truth.Expressible.Trait;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What differs between the checks, policies and the row security of a table that migrations leave and the declared one. */
final class AttachmentDrift {
    private final Sides sides;
    private final Table migrated;
    private final Table declared;

    AttachmentDrift(Sides sides, Table migrated, Table declared) {
        this.sides = sides;
        this.migrated = migrated;
        this.declared = declared;
    }

    Stream<Recommendation> look() {
        return Stream.of(
                        named(Trait.CHECKS, "check", ObjectType.CONSTRAINT, checks(migrated), checks(declared)),
                        named(Trait.POLICIES, "policy", ObjectType.POLICY, policies(migrated), policies(declared)),
                        conditions(),
                        rowSecurity().stream())
                .flatMap(stream -> stream);
    }

    private static Map<String, Origin> checks(Table table) {
        Map<String, Origin> checks = new TreeMap<>();
        table.constraints().stream()
                .filter(TableConstraint.Check.class::isInstance)
                .filter(check -> check.origin() != null)
                .forEach(check -> checks.put(check.name(), check.origin()));
        return checks;
    }

    /** Of checks that both have; what else than words they compare with may be written in many ways. */
    private Stream<Recommendation> conditions() {
        return sides.expressible().has(Trait.CHECKS)
                ? declared.constraints().stream()
                        .filter(TableConstraint.Check.class::isInstance)
                        .map(TableConstraint.Check.class::cast)
                        .flatMap(check -> migrated.constraint(check.name()).stream()
                                .filter(own -> own instanceof TableConstraint.Check it
                                        && Literals.areOther(it.condition(), check.condition()))
                                .map(own -> sides.differs(
                                        object("check", check.name()),
                                        own.origin(),
                                        check.origin(),
                                        ((TableConstraint.Check) own).condition(),
                                        check.condition())))
                : Stream.empty();
    }

    private static Map<String, Origin> policies(Table table) {
        Map<String, Origin> policies = new TreeMap<>();
        table.attachments().stream()
                .filter(each -> each.type() == Table.Attachment.Type.POLICY && each.origin() != null)
                .forEach(policy -> policies.put(policy.name(), policy.origin()));
        return policies;
    }

    private Stream<Recommendation> named(
            Trait trait, String kind, ObjectType type, Map<String, Origin> own, Map<String, Origin> others) {
        if (!sides.expressible().has(trait)) {
            return Stream.empty();
        }
        List<String> missing = without(others, own);
        List<String> extra = without(own, others);
        return Stream.concat(
                missing.stream()
                        .filter(name -> sides.isMissing(type, name))
                        .map(name -> sides.missing(object(kind, name), others.get(name), name, extra)),
                extra.stream()
                        .filter(name -> declared.columnsKnown() && sides.isUndeclared(type, name))
                        .map(name -> sides.extra(object(kind, name), own.get(name), name, missing)));
    }

    private static List<String> without(Map<String, Origin> some, Map<String, Origin> others) {
        return some.keySet().stream().filter(name -> !others.containsKey(name)).toList();
    }

    private String object(String kind, String name) {
        return kind + " " + name + " of " + declared.name().display();
    }

    private Optional<Recommendation> rowSecurity() {
        boolean same = migrated.rowSecurity() == declared.rowSecurity();
        return same || !sides.expressible().has(Trait.ROW_SECURITY)
                ? Optional.empty()
                : Optional.of(sides.differs(
                        declared.name().display(),
                        migrated.origin(),
                        declared.origin(),
                        rowSecurity(migrated),
                        rowSecurity(declared)));
    }

    private static String rowSecurity(Table table) {
        return table.rowSecurity() ? "with row security" : "without row security";
    }
}
