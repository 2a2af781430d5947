package dev.greenlight.replay;

import dev.greenlight.catalog.NamedObject;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Schema;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.PrivilegeStatement;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What keeps a role from being dropped: what the history has given to it and not taken back (manual 21.4, Dropping
 * Roles; 52.51). Roles belong to the server, so that nothing else is known of them; a role has an entry here once the
 * history gives something to it.
 */
final class Roles {
    private static final Set<String> NOT_NAMED =
            Set.of("public", "current_user", "current_role", "session_user", "user");

    private static final String OWNER = "owner of ";
    private static final String GRANTED = "privileges on ";
    private static final String SCHEMA = "schema ";
    private static final String DATABASE = "database ";
    private static final String DEFAULTS = "default privileges";
    private static final String MADE = "made here";
    private static final String OTHERS = "others";

    private final Execution execution;
    private final NamedObjects objects;

    Roles(Execution execution) {
        this.execution = execution;
        this.objects = new NamedObjects(execution);
    }

    /** Fails with 42710 where the history has made the role before. */
    void define(PrivilegeStatement.DefineRole define) {
        Name name = define.name();
        if (name == null || !define.verb().equals("CREATE")) {
            return;
        }
        if (parts(name).contains(MADE) && !execution.mayBeGone(ObjectType.ROLE, name.value())) {
            String message = "role \"" + name.value() + "\" already exists";
            throw execution.reject(SqlState.DUPLICATE_OBJECT, message, name.span());
        }
        give(name, MADE);
    }

    /** What is made from now on may be the role's. */
    void act(Name role) {
        give(role, OWNER + OTHERS);
    }

    /** @param relations those that are meant, as far as they are known */
    void grant(PrivilegeStatement.Grant grant, List<Relation> relations) {
        if (grant.revoke()) {
            revoke(grant, relations);
            return;
        }
        for (Name grantee : grant.grantees()) {
            relations.stream()
                    .filter(Names::isCertain)
                    .forEach(relation -> grant(grantee, NamedObjects.part(relation)));
            named(grant).forEach(object -> grant(grantee, object));
        }
    }

    private void grant(Name role, String object) {
        if (!parts(role).contains(OWNER + object)) {
            give(role, GRANTED + object);
        }
    }

    /** Of what is left after some privileges are taken back, none is known. */
    private void revoke(PrivilegeStatement.Grant revoke, List<Relation> relations) {
        Set<String> taken = new LinkedHashSet<>(named(revoke));
        relations.forEach(relation -> taken.add(NamedObjects.part(relation)));
        for (Name grantee : revoke.grantees()) {
            take(
                    grantee.value(),
                    part -> part.startsWith(GRANTED)
                            && (revoke.allInSchema() || taken.contains(part.substring(GRANTED.length()))));
        }
    }

    private static List<String> named(PrivilegeStatement.Grant grant) {
        if (grant.allInSchema()) {
            return List.of();
        }
        return switch (grant.type()) {
            case SCHEMA -> grant.objects().stream().map(Roles::schema).toList();
            case DATABASE ->
                grant.objects().stream().map(name -> DATABASE + name.name()).toList();
            default -> List.of();
        };
    }

    private static String schema(ObjectName name) {
        return SCHEMA + name.name();
    }

    /** {@code ALTER DEFAULT PRIVILEGES … GRANT … TO role}; what a role gives to itself is what it has anyway. */
    void alterDefaults(PrivilegeStatement.AlterDefaultPrivileges alter) {
        List<String> own = alter.roles().stream().map(Name::value).toList();
        boolean grant = alter.action().getFirst().isWord("grant");
        for (Name role : grantees(alter.action())) {
            if (!grant) {
                take(role.value(), DEFAULTS::equals);
            } else if (!own.contains(role.value())) {
                give(role, DEFAULTS);
            }
        }
    }

    private static List<Name> grantees(List<Token> action) {
        List<Name> names = new ArrayList<>();
        for (int i = action.size() - 1;
                i > 0 && !action.get(i).isWord("to") && !action.get(i).isWord("from");
                i--) {
            Token token = action.get(i);
            if (token.is(TokenKind.WORD) || token.is(TokenKind.QUOTED_IDENTIFIER)) {
                names.add(new Name(token.value(), Token.span(List.of(token))));
            }
        }
        return names;
    }

    void own(Name role, Relation relation) {
        if (Names.isCertain(relation)) {
            own(role, NamedObjects.part(relation));
        }
    }

    void own(Name role, Schema schema) {
        own(role, SCHEMA + schema.name());
    }

    void own(ObjectStatement.ChangeOwner change) {
        if (change.type() == ObjectType.SCHEMA) {
            own(change.role(), schema(change.name()));
        } else if (change.type() == ObjectType.DATABASE) {
            own(change.role(), DATABASE + change.name().name());
        } else {
            act(change.role());
        }
    }

    /** An owner's privileges on what it owns keep nothing; those of the last owner go to the next. */
    private void own(Name role, String object) {
        String owner = OWNER + object;
        for (NamedObject other : all()) {
            boolean before = other.parts().contains(owner);
            boolean after = other.name().name().equals(role.value());
            take(other.name().name(), part -> part.equals(owner) || (before || after) && part.equals(GRANTED + object));
        }
        give(role, owner);
    }

    /** DROP OWNED takes all that a role has in the database, REASSIGN OWNED what it owns. */
    void owned(PrivilegeStatement.Owned owned) {
        for (Name role : owned.roles()) {
            take(role.value(), part -> part.startsWith(OWNER) || owned.drop() && !part.equals(MADE));
        }
    }

    /** Whether it may own something: nobody knows of a role that the history has not made. */
    boolean mayOwn(Name role) {
        List<String> parts = parts(role);
        return !parts.contains(MADE) || parts.stream().anyMatch(part -> part.startsWith(OWNER));
    }

    void renameSchema(String old, String renamed) {
        for (NamedObject role : all()) {
            List<String> parts = role.parts().stream()
                    .map(part -> part.endsWith(" " + SCHEMA + old)
                            ? part.substring(0, part.length() - old.length()) + renamed
                            : part)
                    .toList();
            objects.put(role.withParts(parts));
        }
    }

    /** A schema is gone; another one of its name is another one. */
    void forgetSchema(String name) {
        for (NamedObject role : all()) {
            take(
                    role.name().name(),
                    part -> part.equals(OWNER + SCHEMA + name) || part.equals(GRANTED + SCHEMA + name));
        }
    }

    /** Fails with 2BP01 where something that the history has made depends on a role. */
    void drop(ObjectStatement.Drop drop) {
        for (ObjectStatement.DropTarget target : drop.targets()) {
            Name name = target.name().parts().getLast();
            if (parts(name).stream().anyMatch(this::isThere)) {
                String message = "role \"" + name.value() + "\" cannot be dropped because some objects depend on it";
                throw execution.reject(SqlState.DEPENDENT_OBJECTS_STILL_EXIST, message, target.span());
            }
        }
        drop.targets().forEach(target -> find(target.name().name()).ifPresent(objects::remove));
    }

    private boolean isThere(String part) {
        if (part.equals(MADE) || part.equals(OWNER + OTHERS)) {
            return false;
        }
        String object = part.startsWith(OWNER)
                ? part.substring(OWNER.length())
                : part.substring(Math.min(part.length(), GRANTED.length()));
        if (object.startsWith(SCHEMA)) {
            String schema = object.substring(SCHEMA.length());
            return execution.catalog().schema(schema).isPresent() && !execution.mayBeGone(ObjectType.SCHEMA, schema);
        }
        return !object.startsWith(NamedObjects.TABLE) || isRelationThere(object);
    }

    private boolean isRelationThere(String part) {
        return NamedObjects.relation(part)
                .flatMap(execution.catalog()::relation)
                .filter(relation -> !execution.mayBeGone(
                        Names.typeOf(relation), relation.name().name()))
                .isPresent();
    }

    private List<NamedObject> all() {
        return execution.catalog().objects(NamedObject.Kind.ROLE).toList();
    }

    private Optional<NamedObject> find(String role) {
        return all().stream()
                .filter(object -> object.name().name().equals(role))
                .findFirst();
    }

    private List<String> parts(Name role) {
        return find(role.value()).map(NamedObject::parts).orElse(List.of());
    }

    private void give(Name role, String part) {
        if (NOT_NAMED.contains(role.value()) || parts(role).contains(part)) {
            return;
        }
        List<String> parts = new ArrayList<>(parts(role));
        parts.add(part);
        objects.put(new NamedObject(NamedObject.Kind.ROLE, new QualifiedName("", role.value()), "", parts));
    }

    private void take(String role, Predicate<String> which) {
        find(role)
                .ifPresent(object -> objects.put(object.withParts(
                        object.parts().stream().filter(which.negate()).toList())));
    }
}
