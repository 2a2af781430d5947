package dev.greenlight.replay.wording;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.catalog.ddl.SearchPath;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.Reference;
import dev.greenlight.replay.wording.PastSteps.PastStep;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Optional;

/** What the objects that a step names are called at the end of the history. */
final class LastNames {
    private static final String GONE = "";

    private final SearchPath path;
    private final Renames renames;

    LastNames(SearchPath path, Renames renames) {
        this.path = path;
        this.renames = renames;
    }

    Catalog catalog() {
        return path.catalog();
    }

    Renames renames() {
        return renames;
    }

    /**
     * As it is to be written.
     *
     * @param name what is written: bare or with its schema
     * @param visible whether the bare name means it
     */
    record LastName(String name, boolean same, boolean visible) {
        boolean isGone() {
            return name.equals(GONE);
        }
    }

    LastName of(Reference reference, PastStep past) {
        return switch (reference.type()) {
            case SCHEMA -> {
                String name = renames.schema(reference.name().name(), past.number());
                yield new LastName(
                        Identifiers.quote(name), name.equals(reference.name().name()), true);
            }
            case TRIGGER, RULE, POLICY -> attachment(reference, past);
            case TYPE, DOMAIN ->
                relation(reference.name(), past)
                        .map(relation -> relation(relation, reference))
                        .orElseGet(() -> type(reference.name(), past));
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> routine(reference.name(), past);
            default -> ofRelation(reference, past);
        };
    }

    private LastName attachment(Reference reference, PastStep past) {
        return relation(reference.name(), past)
                .flatMap(this::now)
                .flatMap(relation -> relation.attachments().stream()
                        .filter(attachment -> attachment.origin() != null
                                && attachment.origin().equals(reference.origin()))
                        .findFirst())
                .map(attachment -> new LastName(Identifiers.quote(attachment.name()), false, true))
                .orElse(new LastName(GONE, false, false));
    }

    private LastName type(QualifiedName name, PastStep past) {
        QualifiedName last = renames.type(name, past.number());
        String written = path.write(new DataType(last, List.of(), false));
        return new LastName(Identifiers.quote(last), last.equals(name), !written.equals(Identifiers.quote(last)));
    }

    private LastName routine(QualifiedName name, PastStep past) {
        QualifiedName last = renames.routine(name, past.number());
        return new LastName(
                Identifiers.quote(last), last.equals(name), path.schemas().contains(last.schema()));
    }

    private LastName ofRelation(Reference reference, PastStep past) {
        Optional<Relation> then = relation(reference.name(), past);
        if (then.isEmpty()) {
            return new LastName(Identifiers.quote(reference.name()), true, true);
        }
        return reference.column() == null ? relation(then.get(), reference) : column(then.get(), reference.column());
    }

    private LastName relation(Relation then, Reference reference) {
        return now(then)
                .map(relation -> new LastName(
                        Identifiers.quote(relation.name()),
                        relation.name().equals(reference.name()),
                        !path.write(relation).equals(Identifiers.quote(relation.name()))))
                .orElse(new LastName(GONE, false, false));
    }

    private LastName column(Relation then, String column) {
        Optional<String> last = now(then).flatMap(relation -> column(then, relation, column));
        return last.map(name -> new LastName(Identifiers.quote(name), name.equals(column), true))
                .orElse(new LastName(GONE, false, false));
    }

    private static Optional<String> column(Relation then, Relation now, String column) {
        if (then instanceof Table before && now instanceof Table after) {
            return before.column(column)
                    .map(found -> after.column(found.number()).map(Column::name))
                    .orElse(Optional.of(column));
        }
        if (then instanceof View before && now instanceof View after && before.columns() != null) {
            int index = before.columns().indexOf(column);
            boolean there = after.columns() != null
                    && index >= 0
                    && index < after.columns().size();
            return Optional.of(there ? after.columns().get(index) : column);
        }
        return Optional.of(column);
    }

    Optional<Relation> now(Relation then) {
        return catalog().relation(then.oid());
    }

    /** The relation that had a name when a step ran. */
    static Optional<Relation> relation(QualifiedName name, PastStep past) {
        return past.step().before().relation(name).or(() -> past.step().after().relation(name));
    }

    /** Whether it is a type of object that is kept as a relation. */
    static boolean isRelation(ObjectType type) {
        return switch (type) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX -> true;
            default -> false;
        };
    }
}
