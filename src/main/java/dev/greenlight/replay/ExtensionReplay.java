package dev.greenlight.replay;

import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Schema;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.TableBuilder;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Extension;
import dev.greenlight.postgres.Extensions;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.SchemaStatement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs statements about extensions: an extension's types and relations come and go with it. */
final class ExtensionReplay {
    /** Every database has it (manual 43). */
    private static final String ALWAYS_THERE = "plpgsql";

    private final Execution execution;

    ExtensionReplay(Execution execution) {
        this.execution = execution;
    }

    void create(SchemaStatement.CreateExtension create) {
        String name = create.name().value();
        boolean certain =
                name.equals(ALWAYS_THERE) || isInstalled(name) && !execution.mayBeGone(ObjectType.EXTENSION, name);
        if (certain && create.ifNotExists()) {
            execution.skip(null);
            return;
        }
        if (certain) {
            String message = "extension \"" + name + "\" already exists";
            throw execution.reject(
                    SqlState.DUPLICATE_OBJECT, message, create.name().span());
        }
        String schema = schema(create);
        Extensions.find(name).ifPresent(extension -> installRequired(extension, create));
        install(name, schema, create.span());
    }

    private boolean isInstalled(String name) {
        return execution.catalog().extension(name).isPresent();
    }

    /** That of the statement, of the extension, or the current one (manual CREATE EXTENSION). */
    private String schema(SchemaStatement.CreateExtension create) {
        if (create.schema() != null) {
            return execution.names().schemas().require(create.schema()).name();
        }
        return execution.names().schemas().current().orElse("public");
    }

    private void installRequired(Extension extension, SchemaStatement.CreateExtension create) {
        for (String required : extension.requires().stream().sorted().toList()) {
            if (isInstalled(required) || required.equals(ALWAYS_THERE)) {
                continue;
            }
            if (create.cascade()) {
                install(required, schema(create), create.span());
            } else if (new ExtensionNames(execution).isAssumed(required)) {
                execution.premises().noteExtension(required);
            } else {
                String message = "required extension \"" + required + "\" is not installed";
                throw execution.reject(
                        SqlState.UNDEFINED_OBJECT, message, create.name().span());
            }
        }
    }

    private void install(String name, String chosenSchema, Span span) {
        Optional<Extension> known = Extensions.find(name);
        String fixed = known.map(Extension::fixedSchema).orElse(null);
        String schema = fixed == null ? chosenSchema : fixed;
        requireSchema(fixed, span);
        execution.change(catalog -> catalog.withExtension(name, schema));
        execution.add(new ObjectOperation.CreateExtension(name, span));
        known.ifPresent(extension -> addMembers(extension, schema, span));
    }

    /** An extension whose schema cannot be chosen makes it. */
    private void requireSchema(@Nullable String schema, Span span) {
        if (schema != null && !execution.names().schemas().exists(schema)) {
            execution.change(catalog -> catalog.with(new Schema(schema, execution.origin(span))));
        }
    }

    private void addMembers(Extension extension, String schema, Span span) {
        if (Schemas.isSystem(schema)) {
            return;
        }
        for (String type : extension.types().stream().sorted().toList()) {
            Type member = type(extension, new QualifiedName(schema, type), span);
            execution.change(catalog -> catalog.with(member));
        }
        for (String relation : extension.relations().stream().sorted().toList()) {
            QualifiedName name = new QualifiedName(schema, relation);
            if (execution.names().occupant(name).isEmpty()) {
                execution.put(relation(extension, name, span));
            }
        }
    }

    private Type type(Extension extension, QualifiedName name, Span span) {
        Origin origin = execution.origin(span);
        String base = extension.domains().get(name.name());
        return base == null
                ? new Type.Other(name, origin)
                : new Type.Domain(name, base(extension, name.schema(), base), false, List.of(), null, origin);
    }

    /** What is not built in is in the extension or in one that it requires. */
    private DataType base(Extension extension, String schema, String name) {
        return BuiltInTypes.find(name).orElseGet(() -> {
            String home = extension.requires().stream()
                    .filter(required -> Extensions.find(required)
                            .filter(it -> it.types().contains(name))
                            .isPresent())
                    .flatMap(required -> execution.catalog().extension(required).stream())
                    .findFirst()
                    .orElse(schema);
            return new DataType(new QualifiedName(home, name), List.of(), false);
        });
    }

    private Relation relation(Extension extension, QualifiedName name, Span span) {
        long oid = execution.nextOid();
        Origin origin = execution.origin(span);
        return extension.sequences().contains(name.name())
                ? new Sequence(oid, name, 0, 0, false, null, origin)
                : new TableBuilder(oid, name, origin).columnsKnown(false).build();
    }

    void update(SchemaStatement.UpdateExtension update) {
        if (require(update.name())) {
            new Descriptions(execution).describe(update, List.of());
        }
    }

    /** An object that is to be no member any more may be one that only the extension shows. */
    void change(SchemaStatement.ChangeExtensionMember change) {
        boolean installed = require(change.extension());
        ObjectStatement.DropTarget member = change.member();
        Descriptions descriptions = new Descriptions(execution);
        List<Relation> relations = change.remove()
                ? List.of()
                : descriptions.object(change.type(), member.name(), member.on(), member.parameters());
        if (installed) {
            descriptions.describe(change, relations);
        }
    }

    /** Whether it is installed; fails with 42704 if it is not and a migration makes it later. */
    boolean require(Name name) {
        String extension = name.value();
        if (extension.equals(ALWAYS_THERE) || isInstalled(extension)) {
            return true;
        }
        if (new ExtensionNames(execution).isAssumed(extension)) {
            execution.premises().noteExtension(extension);
            return false;
        }
        throw missing(name);
    }

    private Rejected missing(Name name) {
        QualifiedName qualified = new QualifiedName("", name.value());
        return execution.rejectMissing(
                SqlState.UNDEFINED_OBJECT,
                "extension \"" + name.value() + "\" does not exist",
                name.span(),
                new Missing(ObjectType.EXTENSION, qualified, null));
    }

    /** {@code ALTER EXTENSION … SET SCHEMA} moves all that it brought. */
    void move(ObjectStatement.SetSchema move) {
        String schema = execution.names().schemas().require(move.schema()).name();
        String extension = move.name().name();
        if (!require(move.name().parts().getLast())) {
            return;
        }
        String old = execution.catalog().extension(extension).orElse(schema);
        execution.change(catalog -> catalog.withExtension(extension, schema));
        Set<String> types = Extensions.find(extension).map(Extension::types).orElse(Set.of());
        execution.change(new Renaming(
                type -> type.schema().equals(old) && types.contains(type.name())
                        ? new QualifiedName(schema, type.name())
                        : type,
                routine -> routine));
    }

    void assume(Name name) {
        if (!isInstalled(name.value())) {
            execution.doubt(Doubt.ofMade(List.of(name.value())));
        }
    }
}
