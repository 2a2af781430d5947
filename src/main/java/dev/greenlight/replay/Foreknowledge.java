package dev.greenlight.replay;

import dev.greenlight.migration.Script;
import dev.greenlight.sql.CastStatement;
import dev.greenlight.sql.CollationStatement;
import dev.greenlight.sql.ForeignDataStatement;
import dev.greenlight.sql.LanguageStatement;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.OperatorStatement;
import dev.greenlight.sql.ReplicationStatement;
import dev.greenlight.sql.SchemaStatement;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.TableStatement;
import dev.greenlight.sql.TextSearchStatement;
import dev.greenlight.sql.TriggerStatement;
import dev.greenlight.sql.ViewStatement;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which schemas, extensions, relations and other objects the scripts make anywhere, read from their statements alone and
 * before any runs: one that nothing ever makes belongs to somebody else and is assumed, one that is made later is missed
 * until then.
 */
final class Foreknowledge {
    private final Set<String> populated = new HashSet<>();
    private final Set<String> relations = new HashSet<>();
    private final Set<String> removed = new HashSet<>();
    private final Map<ObjectType, Set<String>> objects = new EnumMap<>(ObjectType.class);
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
        return makesObject(ObjectType.SCHEMA, name);
    }

    /** Whether some statement makes a table or view in a schema of this name. */
    boolean populatesSchema(String name) {
        return populated.contains(name);
    }

    boolean makesExtension(String name) {
        return makesObject(ObjectType.EXTENSION, name);
    }

    /** Whether some statement makes an object of this kind and name, in whatever schema. */
    boolean makesObject(ObjectType type, String name) {
        return objects.getOrDefault(type, Set.of()).contains(name);
    }

    /** Whether it makes casts, so that more types convert than PostgreSQL knows by itself. */
    boolean makesCast() {
        return casts;
    }

    /** Whether it makes an operator of this name, of whatever operands. */
    boolean makesOperator(String name) {
        return makesObject(ObjectType.OPERATOR, name);
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
                noteObject(ObjectType.EXTENSION, create.name().value());
            case ObjectStatement.Rename rename -> noteRename(rename);
            case ReplicationStatement.CreatePublication create ->
                noteObject(ObjectType.PUBLICATION, create.name().value());
            case ReplicationStatement.CreateSubscription create ->
                noteObject(ObjectType.SUBSCRIPTION, create.name().value());
            case ForeignDataStatement.CreateWrapper create ->
                noteObject(ObjectType.FOREIGN_DATA_WRAPPER, create.name().value());
            case ForeignDataStatement.CreateServer create ->
                noteObject(ObjectType.SERVER, create.name().value());
            case TriggerStatement.CreateEventTrigger create ->
                noteObject(ObjectType.EVENT_TRIGGER, create.name().value());
            case CollationStatement.CreateCollation create ->
                noteObject(ObjectType.COLLATION, create.name().name());
            case CastStatement.CreateConversion create ->
                noteObject(ObjectType.CONVERSION, create.name().name());
            case LanguageStatement.CreateLanguage create ->
                noteObject(ObjectType.LANGUAGE, create.name().value());
            case LanguageStatement.CreateAccessMethod create ->
                noteObject(ObjectType.ACCESS_METHOD, create.name().value());
            case TextSearchStatement.CreateConfiguration create ->
                noteObject(ObjectType.TEXT_SEARCH_CONFIGURATION, create.name().name());
            case TextSearchStatement.CreateDictionary create ->
                noteObject(ObjectType.TEXT_SEARCH_DICTIONARY, create.name().name());
            case TextSearchStatement.CreateParser create ->
                noteObject(ObjectType.TEXT_SEARCH_PARSER, create.name().name());
            case TextSearchStatement.CreateTemplate create ->
                noteObject(ObjectType.TEXT_SEARCH_TEMPLATE, create.name().name());
            case OperatorStatement.CreateOperatorFamily create ->
                noteObject(ObjectType.OPERATOR_FAMILY, create.name().name());
            case CastStatement.CreateCast ignored -> casts = true;
            case OperatorStatement.CreateOperator create ->
                noteObject(ObjectType.OPERATOR, create.name().name());
            case OperatorStatement.CreateOperatorClass create -> {
                operatorClasses = true;
                noteObject(ObjectType.OPERATOR_CLASS, create.name().name());
                noteObject(ObjectType.OPERATOR_FAMILY, create.name().name());
            }
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
        Name name = create.name() == null ? create.authorization() : create.name();
        if (name != null) {
            noteObject(ObjectType.SCHEMA, name.value());
        }
        create.elements().forEach(this::note);
    }

    private void noteRename(ObjectStatement.Rename rename) {
        relations.add(rename.newName().value());
        removed.add(rename.name().name());
        noteObject(rename.type(), rename.newName().value());
    }

    private void noteObject(ObjectType type, String name) {
        objects.computeIfAbsent(type, it -> new HashSet<>()).add(name);
    }

    private void notePlace(ObjectName name) {
        relations.add(name.name());
        name.schema().ifPresent(populated::add);
    }
}
