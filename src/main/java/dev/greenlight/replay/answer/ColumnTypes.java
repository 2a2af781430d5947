package dev.greenlight.replay.answer;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.DataType;
import java.util.List;
import java.util.Optional;

/** What the catalogs say of a column's type; information_schema looks through domains. */
final class ColumnTypes {
    private static final Datum.Unknown UNKNOWN = new Datum.Unknown("the type of a column", true);

    private final Sight sight;

    ColumnTypes(Sight sight) {
        this.sight = sight;
    }

    /** A domain may forbid NULL as well. */
    boolean isNotNull(Column column) {
        return column.notNull() || domain(column).filter(Type.Domain::notNull).isPresent();
    }

    private Optional<Type.Domain> domain(Column column) {
        return column.type().array()
                ? Optional.empty()
                : sight.catalog()
                        .type(column.type().name())
                        .filter(Type.Domain.class::isInstance)
                        .map(Type.Domain.class::cast);
    }

    /** A type that is certain, that of a domain looked through. */
    private Optional<DataType> base(Column column) {
        DataType type = domain(column).map(Type.Domain::base).orElse(column.type());
        boolean domainOfDomain = domain(column).isPresent() && !type.isBuiltIn();
        return type.isKnown() && !domainOfDomain ? Optional.of(type) : Optional.empty();
    }

    Datum dataType(Column column) {
        return base(column).map(ColumnTypes::words).map(RelationSearch::text).orElse(UNKNOWN);
    }

    private static String words(DataType type) {
        if (type.array()) {
            return "ARRAY";
        }
        if (!type.isBuiltIn()) {
            return "USER-DEFINED";
        }
        return type.is("bpchar") ? "character" : new DataType(type.name(), List.of(), false).display();
    }

    Datum name(Column column) {
        return base(column)
                .map(type -> (type.array() ? "_" : "") + type.name().name())
                .map(RelationSearch::name)
                .orElse(UNKNOWN);
    }

    Datum schemaName(Column column) {
        return base(column)
                .map(type -> type.name().schema())
                .map(RelationSearch::schema)
                .orElse(UNKNOWN);
    }

    Datum reference(Column column) {
        return column.type().isKnown() ? ObjectNames.reference(column.type()).printing(false) : UNKNOWN;
    }

    /** Of {@code character varying(n)} and its kin. */
    Datum length(Column column) {
        return base(column)
                .map(type -> {
                    boolean character = type.is("varchar") || type.is("bpchar") || type.is("bit") || type.is("varbit");
                    return character && !type.modifiers().isEmpty()
                            ? Conversion.wholeNumber(type.modifiers().getFirst())
                                    .<Datum>map(length -> new Datum.Number(length, true))
                                    .orElse(UNKNOWN)
                            : new Datum.Null();
                })
                .orElse(UNKNOWN);
    }
}
