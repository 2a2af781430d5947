package dev.greenlight.replay;

import dev.greenlight.migration.Script;
import dev.greenlight.sql.CastStatement;
import dev.greenlight.sql.LanguageStatement;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.OperatorStatement;
import dev.greenlight.sql.PrivilegeStatement;
import dev.greenlight.sql.SchemaStatement;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.TableStatement;
import dev.greenlight.sql.ViewStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which schemas, extensions, roles, relations and handlers the scripts make anywhere, read from their statements alone and before any runs:
 * one that nothing ever makes belongs to somebody else and is assumed, one that is made later is missed until then.
 */
final class Foreknowledge {
    private final Set<String> schemas = new HashSet<>();
    private final Set<String> populated = new HashSet<>();
    private final Set<String> extensions = new HashSet<>();
    private final Set<String> roles = new HashSet<>();
    private final Set<String> relations = new HashSet<>();
    private final Set<String> removed = new HashSet<>();

    private final Set<String> accessMethods = new HashSet<>();
    private final Set<String> languages = new HashSet<>();
    private final Set<String> operators = new HashSet<>();

    private boolean casts;
    private boolean operatorClasses;

    private Foreknowledge() {}

    static Foreknowledge of(List<Script> scripts) {
        Foreknowledge foreknowledge = new Foreknowledge();
        scripts.stream()
                .flatMap(script -> script.entries().stream())
                .map(Script.Entry::statement)
                .forEach(foreknowledge::note);
        return foreknowledge;
    }

    boolean makesSchema(String name) {
        return schemas.contains(name);
    }

    /** Whether some statement makes a table or view in a schema of this name. */
    boolean populatesSchema(String name) {
        return populated.contains(name);
    }

    boolean makesExtension(String name) {
        return extensions.contains(name);
    }

    boolean makesRole(String name) {
        return roles.contains(name);
    }

    boolean makesAccessMethod(String name) {
        return accessMethods.contains(name);
    }

    boolean makesLanguage(String name) {
        return languages.contains(name);
    }

    /** Whether it makes casts, so that more types convert than PostgreSQL knows by itself. */
    boolean makesCast() {
        return casts;
    }

    /** Whether it makes an operator of this name, of whatever operands. */
    boolean makesOperator(String name) {
        return operators.contains(name);
    }

    /** Whether it makes operator classes, so that there are indexes over more types than PostgreSQL knows itself. */
    boolean makesOperatorClass() {
        return operatorClasses;
    }

    /** Whether some statement makes a table or view of this name, in whatever schema, and none takes it away. */
    boolean makesToStay(String name) {
        return relations.contains(name) && !removed.contains(name);
    }

    private void note(Statement statement) {
        switch (statement) {
            case SchemaStatement.CreateSchema create -> noteSchema(create);
            case SchemaStatement.CreateExtension create ->
                extensions.add(create.name().value());
            case PrivilegeStatement.DefineRole define -> noteRole(define);
            case LanguageStatement.CreateAccessMethod create ->
                accessMethods.add(create.name().value());
            case LanguageStatement.CreateLanguage create ->
                languages.add(create.name().value());
            case ObjectStatement.Rename rename -> noteRename(rename);
            case CastStatement.CreateCast ignored -> casts = true;
            case OperatorStatement.CreateOperator create ->
                operators.add(create.name().name());
            case OperatorStatement.CreateOperatorClass ignored -> operatorClasses = true;
            case ObjectStatement.Drop drop ->
                drop.targets().forEach(target -> removed.add(target.name().name()));
            case ObjectStatement.SetSchema move -> populated.add(move.schema().value());
            case TableStatement.CreateTable create -> notePlace(create.name());
            case TableStatement.CreateTableAs create -> notePlace(create.name());
            case ViewStatement.CreateView create -> notePlace(create.name());
            case ViewStatement.CreateMaterializedView create -> notePlace(create.name());
            default -> {}
        }
    }

    private void noteSchema(SchemaStatement.CreateSchema create) {
        add(schemas, create.name() == null ? create.authorization() : create.name());
        create.elements().forEach(this::note);
    }

    private void noteRole(PrivilegeStatement.DefineRole define) {
        if (define.verb().equals("CREATE")) {
            add(roles, define.name());
        }
    }

    private void noteRename(ObjectStatement.Rename rename) {
        relations.add(rename.newName().value());
        removed.add(rename.name().name());
        if (rename.type() == ObjectType.SCHEMA) {
            schemas.add(rename.newName().value());
        } else if (rename.type() == ObjectType.ROLE) {
            roles.add(rename.newName().value());
        }
    }

    private void notePlace(ObjectName name) {
        relations.add(name.name());
        name.schema().ifPresent(populated::add);
    }

    private static void add(Set<String> names, @Nullable Name name) {
        if (name != null) {
            names.add(name.value());
        }
    }
}
