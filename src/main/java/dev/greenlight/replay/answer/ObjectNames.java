package dev.greenlight.replay.answer;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.BuiltInFunctions;
import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SystemRelations;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names in texts, as {@code regclass} and its kin read and print them (manual 8.19 and 9.27). */
final class ObjectNames {
    /** What has a row in pg_class. */
    static final List<ObjectType> RELATIONS =
            List.of(ObjectType.TABLE, ObjectType.VIEW, ObjectType.INDEX, ObjectType.SEQUENCE);

    private static final String SYSTEM = "pg_catalog";

    private final Sight sight;

    ObjectNames(Sight sight) {
        this.sight = sight;
    }

    /** The object, NULL where there is certainly none, or unknown. */
    Datum find(Datum.Category category, String text) {
        if (!text.isBlank() && text.strip().chars().allMatch(Character::isDigit)) {
            return new Datum.Unknown("what has the oid " + text.strip());
        }
        if (category == Datum.Category.TYPE) {
            return type(text);
        }
        List<String> parts = parts(text);
        return switch (parts.size()) {
            case 1 -> category == Datum.Category.SCHEMA ? schema(parts.getFirst()) : named(category, parts.getFirst());
            case 2 -> found(category, List.of(new QualifiedName(parts.get(0), parts.get(1))));
            default -> new Datum.Unknown("what " + text + " names");
        };
    }

    private Datum named(Datum.Category category, String name) {
        return found(category, candidates(name));
    }

    private List<QualifiedName> candidates(String name) {
        return sight.searched().stream()
                .map(schema -> new QualifiedName(schema, name))
                .toList();
    }

    private Datum found(Datum.Category category, List<QualifiedName> candidates) {
        return switch (category) {
            case RELATION -> relation(candidates);
            case ROUTINE -> routine(candidates);
            default -> new Datum.Unknown("what " + candidates.getFirst() + " names");
        };
    }

    private Datum relation(List<QualifiedName> candidates) {
        for (QualifiedName candidate : candidates) {
            if (SystemRelations.exists(candidate)) {
                return new Datum.Reference(Datum.Category.RELATION, candidate.toString(), candidate, true);
            }
            Optional<Relation> relation = sight.catalog().relation(candidate);
            if (relation.isPresent()) {
                return certain(relation.get())
                        ? reference(relation.get())
                        : new Datum.Unknown("whether " + candidate.display() + " is there");
            }
            if (sight.catalog()
                    .type(candidate)
                    .filter(Type.Composite.class::isInstance)
                    .isPresent()) {
                return new Datum.Unknown("the composite type " + candidate.display());
            }
        }
        return missing(candidates, RELATIONS);
    }

    /** NULL, unless something that is not seen may have the name. */
    private Datum missing(List<QualifiedName> candidates, List<ObjectType> types) {
        String name = candidates.getFirst().name();
        boolean doubtful = types.stream().anyMatch(type -> sight.mayExist(type, name))
                || candidates.stream().anyMatch(sight::assumes)
                || name.startsWith("pg_");
        return doubtful ? new Datum.Unknown("whether " + name + " is there") : new Datum.Null();
    }

    private boolean certain(Relation relation) {
        return relation.origin() != null
                && RELATIONS.stream()
                        .noneMatch(type -> sight.mayBeGone(type, relation.name().name()));
    }

    static Datum.Reference reference(Relation relation) {
        String key = Long.toString(relation.oid());
        return new Datum.Reference(Datum.Category.RELATION, key, relation.name(), true);
    }

    private Datum schema(String name) {
        boolean there = sight.catalog()
                        .schema(name)
                        .filter(schema -> schema.origin() != null)
                        .isPresent()
                || name.equals("public") && sight.catalog().schema(name).isPresent()
                || name.equals(SYSTEM)
                || name.equals("information_schema");
        if (there && !sight.mayBeGone(ObjectType.SCHEMA, name)) {
            return schemaReference(name).printing(true);
        }
        boolean doubtful = there || sight.mayHaveSchema(name) || name.startsWith("pg_");
        return doubtful ? new Datum.Unknown("whether the schema " + name + " is there") : new Datum.Null();
    }

    static Datum.Reference schemaReference(String name) {
        return new Datum.Reference(Datum.Category.SCHEMA, name, new QualifiedName("", name), false);
    }

    /** With several of a name PostgreSQL gives NULL, or fails where the name is cast. */
    private Datum routine(List<QualifiedName> candidates) {
        List<QualifiedName> known = candidates.stream()
                .filter(candidate -> !sight.catalog().routines(candidate).isEmpty())
                .toList();
        String name = candidates.getFirst().name();
        boolean builtIn = BuiltInFunctions.exists(name);
        if (builtIn || !known.isEmpty() || sight.mayExist(ObjectType.FUNCTION, name)) {
            return new Datum.Unknown("which function " + name + " is");
        }
        return missing(candidates, List.of(ObjectType.FUNCTION));
    }

    private Datum type(String text) {
        Optional<TypeName> read =
                TypeName.startOf(tokens(text)).filter(type -> type.span().end() == text.length());
        if (read.isEmpty() || read.get().percentType()) {
            return new Datum.Unknown("the type " + text);
        }
        TypeName type = read.get();
        String name = type.name().name();
        List<QualifiedName> candidates = type.name()
                .schema()
                .map(schema -> List.of(new QualifiedName(schema, name)))
                .orElseGet(() -> candidates(name));
        for (QualifiedName candidate : candidates) {
            Optional<Datum> found = type(candidate, type.isArray());
            if (found.isPresent()) {
                return found.get();
            }
        }
        return sight.mayBringType(name)
                ? new Datum.Unknown("whether the type " + name + " is there")
                : missing(candidates, List.of(ObjectType.TYPE, ObjectType.TABLE, ObjectType.VIEW));
    }

    private Optional<Datum> type(QualifiedName candidate, boolean array) {
        if (candidate.schema().equals(SYSTEM)) {
            return BuiltInTypes.find(candidate.name())
                    .map(found -> reference(new DataType(found.name(), List.of(), found.array() || array)));
        }
        Catalog catalog = sight.catalog();
        Optional<Type> type = catalog.type(candidate);
        Optional<Relation> rows =
                catalog.relation(candidate).filter(relation -> relation instanceof Table || relation instanceof View);
        if (type.isEmpty() && rows.isEmpty()) {
            return Optional.empty();
        }
        boolean certain = rows.filter(this::certain).isPresent()
                || type.filter(found -> found.origin() != null).isPresent()
                        && !sight.mayBeGone(ObjectType.TYPE, candidate.name());
        return Optional.of(
                certain
                        ? reference(new DataType(candidate, List.of(), array))
                        : new Datum.Unknown("the type " + candidate.display()));
    }

    static Datum.Reference reference(DataType type) {
        String key = type.name() + (type.array() ? "[]" : "");
        return new Datum.Reference(Datum.Category.TYPE, key, type.name(), true);
    }

    /** The name as its type prints it: with its schema where it would not be found without. */
    String printed(Datum.Reference reference) {
        QualifiedName name = current(reference);
        return switch (reference.category()) {
            case SCHEMA -> Identifiers.quote(name.name());
            case TYPE -> printedType(reference);
            default -> isVisible(name) ? Identifiers.quote(name.name()) : Identifiers.quote(name);
        };
    }

    /** A relation that was found by its oid has only that for a name. */
    private QualifiedName current(Datum.Reference reference) {
        boolean oid = reference.category() == Datum.Category.RELATION
                && reference.key().chars().allMatch(Character::isDigit);
        return oid
                ? sight.catalog()
                        .relation(Long.parseLong(reference.key()))
                        .map(Relation::name)
                        .orElse(reference.name())
                : reference.name();
    }

    private String printedType(Datum.Reference reference) {
        QualifiedName name = reference.name();
        boolean array = reference.key().endsWith("[]");
        if (name.schema().equals(SYSTEM)) {
            return new DataType(name, List.of(), array).display();
        }
        String printed =
                sight.searched().contains(name.schema()) ? Identifiers.quote(name.name()) : Identifiers.quote(name);
        return printed + (array ? "[]" : "");
    }

    private boolean isVisible(QualifiedName name) {
        return candidates(name.name()).stream()
                .filter(candidate -> SystemRelations.exists(candidate)
                        || sight.catalog().relation(candidate).isPresent())
                .findFirst()
                .filter(name::equals)
                .isPresent();
    }

    /** The parts of a name in a text; none if it is none. */
    static List<String> parts(String text) {
        List<Token> tokens = tokens(text);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean name = token.is(TokenKind.WORD) || token.is(TokenKind.QUOTED_IDENTIFIER);
            if (i % 2 == 0 ? !name : !token.is(TokenKind.DOT)) {
                return List.of();
            }
            if (name) {
                parts.add(Identifiers.truncate(token.value()));
            }
        }
        return tokens.size() % 2 == 0 ? List.of() : parts;
    }

    private static List<Token> tokens(String text) {
        return Lexer.tokenize(text, new Span(0, text.length())).stream()
                .filter(token -> !token.kind().isTrivia())
                .toList();
    }
}
