package dev.greenlight.replay;

import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.ChosenNames;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Constraint;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.TypeStatement;
import dev.greenlight.sql.query.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs statements about domains (manual 8.18). NOT NULL is kept by itself and not among the constraints' names. */
final class DomainReplay {
    private final Execution execution;

    DomainReplay(Execution execution) {
        this.execution = execution;
    }

    void create(TypeStatement.CreateDomain create) {
        QualifiedName name = execution.names().schemas().creation(create.name());
        new NewNames(execution).requireType(name, create.name().span());
        DataType base = execution.names().type(create.base());
        Expression value = create.defaultValue();
        Type.Domain domain = new Type.Domain(
                name, base, false, List.of(), value == null ? null : text(value), execution.origin(create.span()));
        for (Constraint constraint : create.constraints()) {
            domain = with(domain, constraint);
        }
        Type.Domain made = domain;
        execution.change(catalog -> catalog.with(made));
        execution.add(new ObjectOperation.CreateType(made, create.span()));
    }

    void alter(TypeStatement.AlterDomain alter) {
        new TypeObjects(execution).requireDomain(alter.name()).ifPresent(domain -> {
            Type.Domain after = after(domain, alter.action());
            execution.change(catalog -> catalog.with(after));
            execution.add(new ObjectOperation.ChangeDomain(
                    domain, alter.action(), new TypeObjects(execution).users(domain.name()), alter.span()));
        });
    }

    private Type.Domain after(Type.Domain domain, TypeStatement.DomainAction action) {
        return switch (action) {
            case TypeStatement.DomainAction.SetDefault set -> withDefault(domain, text(set.value()));
            case TypeStatement.DomainAction.DropDefault ignored -> withDefault(domain, null);
            case TypeStatement.DomainAction.SetNotNull ignored -> with(domain, true, domain.constraints());
            case TypeStatement.DomainAction.DropNotNull ignored -> with(domain, false, domain.constraints());
            case TypeStatement.DomainAction.AddConstraint add -> with(domain, add.constraint());
            case TypeStatement.DomainAction.DropConstraint drop -> drop(domain, drop);
            case TypeStatement.DomainAction.RenameConstraint rename -> rename(domain, rename);
            case TypeStatement.DomainAction.ValidateConstraint validate -> {
                require(domain, validate.constraint());
                yield domain;
            }
        };
    }

    private Type.Domain with(Type.Domain domain, Constraint constraint) {
        if (constraint instanceof Constraint.NotNull) {
            return with(domain, true, domain.constraints());
        }
        if (constraint instanceof Constraint.Check check) {
            new QueryNames(execution).expression(check.condition(), Scope.unknown());
        }
        List<String> constraints = new ArrayList<>(domain.constraints());
        constraints.add(newName(domain, constraint.name()));
        return with(domain, domain.notNull(), constraints);
    }

    private String newName(Type.Domain domain, @Nullable Name written) {
        if (written == null) {
            return ChosenNames.choose(domain.name().name(), null, "check", domain.constraints()::contains);
        }
        if (domain.constraints().contains(written.value())
                && !execution.mayBeGone(ObjectType.CONSTRAINT, written.value())) {
            String message = "constraint \"" + written.value() + "\" for domain \""
                    + domain.name().name() + "\" already exists";
            throw execution.reject(SqlState.DUPLICATE_OBJECT, message, written.span());
        }
        return written.value();
    }

    private Type.Domain drop(Type.Domain domain, TypeStatement.DomainAction.DropConstraint drop) {
        if (!drop.ifExists()) {
            require(domain, drop.constraint());
        }
        List<String> constraints = new ArrayList<>(domain.constraints());
        constraints.remove(drop.constraint().value());
        return with(domain, domain.notNull(), constraints);
    }

    private Type.Domain rename(Type.Domain domain, TypeStatement.DomainAction.RenameConstraint rename) {
        require(domain, rename.constraint());
        List<String> constraints = domain.constraints().stream()
                .map(name -> name.equals(rename.constraint().value())
                        ? rename.newName().value()
                        : name)
                .toList();
        return with(domain, domain.notNull(), constraints);
    }

    /** For a comment on it. */
    void requireConstraint(ObjectName domain, Name constraint) {
        new TypeObjects(execution).requireDomain(domain).ifPresent(found -> require(found, constraint));
    }

    /** From PostgreSQL 17 on a NOT NULL is a constraint with a name too, which is not known here. */
    private void require(Type.Domain domain, Name constraint) {
        boolean possible = domain.constraints().contains(constraint.value())
                || domain.notNull()
                || execution.mayExist(ObjectType.CONSTRAINT, constraint.value());
        if (!possible) {
            throw missing(domain, constraint.value(), constraint.span());
        }
    }

    private Rejected missing(Type.Domain domain, String constraint, Span span) {
        String message =
                "constraint \"" + constraint + "\" of domain \"" + domain.name().name() + "\" does not exist";
        return execution.rejectMissing(
                SqlState.UNDEFINED_OBJECT, message, span, new Missing(ObjectType.DOMAIN, domain.name(), constraint));
    }

    private String text(Expression expression) {
        return execution.text(expression.span());
    }

    private static Type.Domain with(Type.Domain domain, boolean notNull, List<String> constraints) {
        return new Type.Domain(
                domain.name(), domain.base(), notNull, constraints, domain.defaultText(), domain.origin());
    }

    private static Type.Domain withDefault(Type.Domain domain, @Nullable String text) {
        return new Type.Domain(
                domain.name(), domain.base(), domain.notNull(), domain.constraints(), text, domain.origin());
    }
}
