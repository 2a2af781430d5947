package dev.greenlight.replay.wording;

import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.wording.PastSteps.PastStep;
import dev.greenlight.sql.Constraint;
import dev.greenlight.sql.TypeStatement;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The checks of domains by their names, of which the catalog keeps no more. */
final class DomainWords {
    private static final String NOT_VALID = " NOT VALID";

    private final PastSteps steps;
    private final LastText texts;
    private final LastNames names;

    DomainWords(PastSteps steps, LastText texts, LastNames names) {
        this.steps = steps;
        this.texts = texts;
        this.names = names;
    }

    /** By the names that the domains have at the end. */
    Map<QualifiedName, Map<String, String>> all() {
        Map<QualifiedName, Map<String, String>> all = new TreeMap<>();
        for (PastStep past : steps.all()) {
            past.operations().forEach(operation -> {
                if (operation instanceof ObjectOperation.CreateType create
                        && create.type() instanceof Type.Domain domain
                        && past.statement() instanceof TypeStatement.CreateDomain written) {
                    all.put(last(domain, past), checks(past, domain.constraints(), written));
                } else if (operation instanceof ObjectOperation.ChangeDomain change) {
                    change(past, change, all.computeIfAbsent(last(change.type(), past), name -> new LinkedHashMap<>()));
                }
            });
        }
        return all;
    }

    private QualifiedName last(Type.Domain domain, PastStep past) {
        return names.renames().type(domain.name(), past.number());
    }

    /** The constraints that have names are the checks, in the order in which they stand there. */
    private Map<String, String> checks(PastStep past, List<String> names, TypeStatement.CreateDomain written) {
        Map<String, String> checks = new LinkedHashMap<>();
        Iterator<String> name = names.iterator();
        written.constraints().stream()
                .filter(constraint -> !(constraint instanceof Constraint.NotNull))
                .filter(constraint -> name.hasNext())
                .forEach(constraint -> checks.put(name.next(), text(past, constraint)));
        return checks;
    }

    private String text(PastStep past, Constraint constraint) {
        return constraint instanceof Constraint.Check check
                ? "CHECK (" + texts.of(past, check.condition().span()) + ")"
                        + (check.attributes().notValid() ? NOT_VALID : "")
                : texts.of(past, constraint.span());
    }

    private void change(PastStep past, ObjectOperation.ChangeDomain change, Map<String, String> checks) {
        switch (change.action()) {
            case TypeStatement.DomainAction.AddConstraint add ->
                past.step()
                        .after()
                        .type(change.type().name())
                        .filter(Type.Domain.class::isInstance)
                        .map(domain -> ((Type.Domain) domain).constraints())
                        .filter(constraints ->
                                constraints.size() > change.type().constraints().size())
                        .ifPresent(constraints -> checks.put(constraints.getLast(), text(past, add.constraint())));
            case TypeStatement.DomainAction.DropConstraint drop ->
                checks.remove(drop.constraint().value());
            case TypeStatement.DomainAction.RenameConstraint rename -> {
                String text = checks.remove(rename.constraint().value());
                if (text != null) {
                    checks.put(rename.newName().value(), text);
                }
            }
            case TypeStatement.DomainAction.ValidateConstraint validate ->
                checks.computeIfPresent(
                        validate.constraint().value(),
                        (name, text) -> text.endsWith(NOT_VALID)
                                ? text.substring(0, text.length() - NOT_VALID.length())
                                : text);
            case TypeStatement.DomainAction.SetDefault ignored -> {}
            case TypeStatement.DomainAction.DropDefault ignored -> {}
            case TypeStatement.DomainAction.SetNotNull ignored -> {}
            case TypeStatement.DomainAction.DropNotNull ignored -> {}
        }
    }
}
