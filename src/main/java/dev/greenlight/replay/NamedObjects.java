package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.NamedObject;
import dev.greenlight.catalog.Relation;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes, finds and takes away what the catalog keeps by its name alone. PostgreSQL itself and extensions bring such
 * objects too, and other people's hands do: one is certainly missing only where the history makes it at another time.
 * Extended statistics are the exception, because they belong to tables that the history knows.
 */
final class NamedObjects {
    static final String TABLE = "table ";

    private static final String FOR = "for ";
    private static final String SERVER = " server ";

    private final Execution execution;

    NamedObjects(Execution execution) {
        this.execution = execution;
    }

    /** Empty for what the catalog keeps otherwise, or not at all. */
    static Optional<NamedObject.Kind> kind(ObjectType type) {
        return Arrays.stream(NamedObject.Kind.values())
                .filter(kind -> kind.name().equals(type.name()))
                .findFirst();
    }

    static ObjectType type(NamedObject.Kind kind) {
        return ObjectType.valueOf(kind.name());
    }

    /** An object that is in no schema, without parts. */
    static NamedObject of(NamedObject.Kind kind, Name name) {
        return new NamedObject(kind, new QualifiedName("", name.value()), "", List.of());
    }

    /** One that is to be made in a schema, without parts; fails with 3F000 where that is missing. */
    NamedObject made(NamedObject.Kind kind, ObjectName name, String within) {
        return new NamedObject(kind, execution.names().schemas().creation(name), within, List.of());
    }

    /** Adds a new one; fails with 42710 where there is one of its name. */
    void create(NamedObject object, Span span) {
        requireNew(object, span);
        execution.change(catalog -> catalog.with(object));
    }

    /** Whether IF NOT EXISTS passes over it. */
    boolean isThere(NamedObject object) {
        return execution.catalog().objects().contains(object)
                && !execution.mayBeGone(type(object.kind()), object.name().name());
    }

    void requireNew(NamedObject object, Span span) {
        if (isThere(object)) {
            String message = words(object.kind()) + " \"" + object.name().name() + "\" already exists";
            throw execution.reject(SqlState.DUPLICATE_OBJECT, message, span);
        }
    }

    /**
     * Empty where it may be there without the history showing it; fails with 42704 where it is missing.
     *
     * @param within null where it is not known
     */
    Optional<NamedObject> require(NamedObject.Kind kind, ObjectName name, @Nullable String within) {
        Optional<NamedObject> found = find(kind, name, within);
        if (found.isEmpty() && isMissing(kind, name)) {
            throw missing(kind, name);
        }
        return found.filter(
                object -> !execution.mayBeGone(type(kind), object.name().name()));
    }

    Optional<NamedObject> require(NamedObject.Kind kind, Name name) {
        return require(kind, new ObjectName(List.of(name)), null);
    }

    Rejected missing(NamedObject.Kind kind, ObjectName name) {
        return execution.rejectMissing(
                SqlState.UNDEFINED_OBJECT,
                words(kind) + " \"" + name + "\" does not exist",
                name.span(),
                new Missing(type(kind), candidates(kind, name).getLast(), null));
    }

    Optional<NamedObject> find(NamedObject.Kind kind, ObjectName name, @Nullable String within) {
        return candidates(kind, name).stream()
                .flatMap(candidate -> named(kind, candidate))
                .filter(object -> within == null || object.within().equals(within))
                .findFirst();
    }

    private List<QualifiedName> candidates(NamedObject.Kind kind, ObjectName name) {
        return kind.isInSchema()
                ? execution.names().schemas().candidates(name)
                : List.of(new QualifiedName("", name.name()));
    }

    private Stream<NamedObject> named(NamedObject.Kind kind, QualifiedName name) {
        return execution.catalog().objects(kind).filter(object -> object.name().equals(name));
    }

    private boolean isMissing(NamedObject.Kind kind, ObjectName name) {
        boolean known = kind == NamedObject.Kind.STATISTICS
                || execution.premises().foreknowledge().makesObject(type(kind), name.name());
        return known
                && !execution.mayExist(type(kind), name.name())
                && !execution.premises().assumes(name.schema().isPresent(), candidates(kind, name));
    }

    /** A relation as a part of an object. */
    static String part(Relation relation) {
        return TABLE + relation.oid();
    }

    /** The oid of the relation that is such a part. */
    static Optional<Long> relation(String part) {
        return part.startsWith(TABLE) ? Optional.of(Long.valueOf(part.substring(TABLE.length()))) : Optional.empty();
    }

    static String part(Relation relation, Column column) {
        return part(relation) + " column " + column.number();
    }

    /** Takes away the statistics that a part of them takes with it. */
    void dropWith(String part) {
        execution
                .catalog()
                .objects(NamedObject.Kind.STATISTICS)
                .filter(object -> object.parts().contains(part))
                .toList()
                .forEach(this::remove);
    }

    /** Whether one cannot be without another: a server without its wrapper, a mapping without its server. */
    static boolean needs(NamedObject object, NamedObject other) {
        return switch (object.kind()) {
            case SERVER ->
                other.kind() == NamedObject.Kind.FOREIGN_DATA_WRAPPER
                        && object.parts().contains(wrapperPart(other.name().name()));
            case USER_MAPPING ->
                other.kind() == NamedObject.Kind.SERVER
                        && object.within().equals(other.name().name());
            default -> false;
        };
    }

    /** A wrapper as a part of its servers. */
    static String wrapperPart(String wrapper) {
        return "wrapper: " + wrapper;
    }

    /** What {@code FOR role SERVER server} stands for. */
    Optional<NamedObject> mapping(String written) {
        int server = written.lastIndexOf(SERVER);
        if (server < FOR.length()) {
            return Optional.empty();
        }
        String role = written.substring(FOR.length(), server);
        String user = role.equals("user") ? "current_user" : role;
        return named(NamedObject.Kind.USER_MAPPING, new QualifiedName("", user))
                .filter(mapping -> mapping.within().equals(written.substring(server + SERVER.length())))
                .findFirst();
    }

    void put(NamedObject object) {
        execution.change(catalog -> catalog.with(object));
    }

    void remove(NamedObject object) {
        execution.change(catalog -> catalog.without(object));
    }

    /** Gives it another name, if it is free. */
    void move(NamedObject object, QualifiedName name, Span span) {
        if (!name.equals(object.name())) {
            requireNew(object.with(name), span);
        }
        remove(object);
        put(object.with(name));
    }

    /** As PostgreSQL's messages call them. */
    private static String words(NamedObject.Kind kind) {
        return switch (kind) {
            case FOREIGN_DATA_WRAPPER -> "foreign-data wrapper";
            case STATISTICS -> "statistics object";
            default -> type(kind).lowerCaseWords();
        };
    }
}
