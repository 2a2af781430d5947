package dev.greenlight.catalog.ddl.script;

import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.ddl.SearchPath;
import dev.greenlight.postgres.Identifiers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statements that make types (manual CREATE TYPE and CREATE DOMAIN). */
final class TypeDdl {
    private static final String NOT_VALID = " NOT VALID";

    private final Wordings wordings;
    private final SearchPath path;

    TypeDdl(Wordings wordings, SearchPath path) {
        this.wordings = wordings;
        this.path = path;
    }

    /** Empty for one of which it is not known what it is. */
    Optional<Ddl> of(Type type) {
        return text(type)
                .map(text -> Ddl.when("type " + Identifiers.quote(type.name()), Conditions.noType(type.name()), text));
    }

    /** What its functions can be made of until it is made itself (manual CREATE TYPE, Base Types). */
    Ddl shell(Type type) {
        return Ddl.when(
                "type " + Identifiers.quote(type.name()),
                Conditions.noType(type.name()),
                "CREATE TYPE " + Identifiers.quote(type.name()));
    }

    /** A multirange comes with its range, and has its origin. */
    boolean comesWithAnother(Type type) {
        return type instanceof Type.Other
                && path.catalog().types().stream()
                        .filter(other ->
                                other.origin() != null && other.origin().equals(type.origin()))
                        .filter(other -> other != type)
                        .anyMatch(other -> type.name().name().contains("multirange"));
    }

    private Optional<String> text(Type type) {
        String name = Identifiers.quote(type.name());
        return switch (type) {
            case Type.Enum labels ->
                Optional.of(labels.labels().stream()
                        .map(Wordings::literal)
                        .collect(Collectors.joining(", ", "CREATE TYPE " + name + " AS ENUM (", ")")));
            case Type.Composite composite ->
                Optional.of(composite.attributes().stream()
                                .map(column -> Identifiers.quote(column.name()) + " " + path.write(column.type()))
                                .collect(Collectors.joining(", ", "CREATE TYPE " + name + " AS (", ")")))
                        .filter(text -> composite.attributes().stream()
                                .allMatch(column -> column.type().isKnown()));
            case Type.Domain domain -> domain(domain);
            case Type.Other other -> wordings.statement(other.origin());
        };
    }

    /** The checks that no new domain has: they are not validated. */
    List<Ddl> afterwards(Type type) {
        if (!(type instanceof Type.Domain domain)) {
            return List.of();
        }
        Map<String, String> checks = wordings.domains().getOrDefault(domain.name(), Map.of());
        return domain.constraints().stream()
                .filter(name -> checks.getOrDefault(name, "").endsWith(NOT_VALID))
                .map(name -> Ddl.when(
                        "constraint " + Identifiers.quote(name) + " of domain " + Identifiers.quote(type.name()),
                        Conditions.noDomainConstraint(type.name(), name),
                        "ALTER DOMAIN " + Identifiers.quote(type.name()) + " ADD CONSTRAINT " + Identifiers.quote(name)
                                + " " + checks.get(name)))
                .toList();
    }

    private Optional<String> domain(Type.Domain domain) {
        Map<String, String> checks = wordings.domains().getOrDefault(domain.name(), Map.of());
        if (!domain.base().isKnown() || !checks.keySet().containsAll(domain.constraints())) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder("CREATE DOMAIN " + Identifiers.quote(domain.name()) + " AS ");
        text.append(path.write(domain.base()));
        if (domain.defaultText() != null) {
            text.append(" DEFAULT ").append(domain.defaultText());
        }
        text.append(domain.notNull() ? " NOT NULL" : "");
        for (String name : domain.constraints()) {
            if (checks.get(name).endsWith(NOT_VALID)) {
                continue;
            }
            text.append(" CONSTRAINT ")
                    .append(Identifiers.quote(name))
                    .append(" ")
                    .append(checks.get(name));
        }
        return Optional.of(text.toString());
    }
}
