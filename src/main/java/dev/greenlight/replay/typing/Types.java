package dev.greenlight.replay.typing;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.BuiltInSignatures;
import dev.greenlight.postgres.BuiltInType;
import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.ExtensionSignatures;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SystemRelations;
import dev.greenlight.postgres.SystemRelations.SystemRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be known of a type for choosing between functions and operators (manual 10.1). Modifiers do not matter. */
final class Types {
    /** That of a constant in quotes and of NULL, until it is known what they stand for. */
    static final DataType LITERAL = DataType.builtIn("unknown");

    static final DataType BOOLEAN = DataType.builtIn("bool");
    static final DataType TEXT = DataType.builtIn("text");
    static final DataType RECORD = DataType.builtIn("record");

    private static final int DEEPEST_DOMAIN = 32;

    private final Knowledge knowledge;
    private final List<Installed> installed;

    Types(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.installed = installed(knowledge.catalog());
    }

    /** An extension that is there and of which it is known how what it brings is used. */
    private record Installed(String schema, ExtensionSignatures signatures) {}

    private static List<Installed> installed(Catalog catalog) {
        List<Installed> installed = new ArrayList<>();
        for (String name : catalog.extensions()) {
            Optional<String> schema = catalog.extension(name);
            Optional<ExtensionSignatures> signatures = ExtensionSignatures.find(name);
            if (schema.isPresent() && signatures.isPresent()) {
                installed.add(new Installed(schema.get(), signatures.get()));
            }
        }
        return installed;
    }

    static boolean isLiteral(DataType type) {
        return type.is("unknown");
    }

    /** What a domain is of, in the end; the type itself where it is none. */
    DataType base(DataType type) {
        DataType base = type;
        for (int i = 0; i < DEEPEST_DOMAIN && !base.array() && own(base) instanceof Type.Domain domain; i++) {
            base = domain.base();
        }
        return base.withoutModifiers();
    }

    private @Nullable Type own(DataType type) {
        return type.isBuiltIn()
                ? null
                : knowledge
                        .catalog()
                        .type(type.name())
                        .or(() -> systemDomain(type.name()))
                        .orElse(null);
    }

    private static Optional<Type> systemDomain(QualifiedName name) {
        return SystemRelations.domain(name).map(base -> new Type.Domain(name, base, false, List.of(), null, null));
    }

    /** The element of an array type, domains over arrays included; null where it is none. */
    @Nullable
    DataType element(DataType type) {
        DataType base = base(type);
        if (base.array()) {
            return base.element();
        }
        return switch (base.isBuiltIn() ? base.name().name() : "") {
            case "int2vector" -> DataType.builtIn("int2");
            case "oidvector" -> DataType.builtIn("oid");
            default -> null;
        };
    }

    /** What is between a range's bounds; null where it is none or not known. */
    @Nullable
    DataType subtype(DataType type) {
        return BuiltInSignatures.subtype(base(type)).orElse(null);
    }

    boolean isEnum(DataType type) {
        DataType base = base(type);
        return !base.array() && own(base) instanceof Type.Enum;
    }

    /** Whether it has columns that are known by name: a relation's row, or a composite type. */
    boolean isComposite(DataType type) {
        DataType base = base(type);
        return !base.array() && (SystemRelations.exists(base.name()) || !base.isBuiltIn() && isOwnComposite(base));
    }

    private boolean isOwnComposite(DataType base) {
        return own(base) instanceof Type.Composite
                || knowledge
                        .catalog()
                        .relation(base.name())
                        .filter(Types::hasRow)
                        .isPresent();
    }

    private static boolean hasRow(Relation relation) {
        return relation instanceof Table || relation instanceof View;
    }

    /** Whether it is the row of a table whose rows are also of other types. */
    boolean inherits(DataType type) {
        DataType base = base(type);
        DataType row = base.array() ? base.element() : base;
        return !row.isBuiltIn()
                && knowledge.catalog().relation(row.name()).orElse(null) instanceof Table table
                && (!table.parents().isEmpty() || table.ofType() != null);
    }

    /** The columns of a row of a type; null where they are not known. */
    @Nullable
    List<Column> columns(DataType type) {
        DataType base = base(type);
        Optional<SystemRelation> system = SystemRelations.find(base.name(), knowledge.version());
        if (system.isPresent() && !base.array()) {
            return columns(system.get());
        }
        if (base.array() || base.isBuiltIn()) {
            return null;
        }
        return own(base) instanceof Type.Composite composite
                ? composite.attributes().stream()
                        .map(attribute -> new Column(attribute.name(), attribute.type()))
                        .toList()
                : knowledge.catalog().relation(base.name()).map(Types::columns).orElse(null);
    }

    static List<Column> columns(SystemRelation relation) {
        return relation.columns().stream()
                .map(column -> new Column(column.name(), column.type()))
                .toList();
    }

    /** Those of a relation; null where they are not known. */
    static @Nullable List<Column> columns(Relation relation) {
        if (relation instanceof Table table && table.columnsKnown()) {
            return table.columns().stream()
                    .map(column -> new Column(column.name(), column.type()))
                    .toList();
        }
        return relation instanceof View view ? Column.of(view) : null;
    }

    /** Whether everything is known that matters here. Of a type in C or a range of one's own it is not. */
    boolean isClear(DataType type) {
        if (!type.isKnown()) {
            return false;
        }
        DataType base = base(type);
        DataType element = base.array() ? base.element() : base;
        return element.isBuiltIn()
                || isEnum(element)
                || isComposite(element)
                || element.array()
                || extensionType(element).isPresent()
                || own(element) instanceof Type.Domain;
    }

    private Optional<BuiltInType> extensionType(DataType type) {
        return extensions(type.name().schema())
                .flatMap(extension ->
                        Stream.ofNullable(extension.types().get(type.name().name())))
                .findFirst();
    }

    /** Of the extensions that are installed in a schema, those of which it is known how their members are used. */
    Stream<ExtensionSignatures> extensions(String schema) {
        return installed.stream()
                .filter(extension -> extension.schema().equals(schema))
                .map(Installed::signatures);
    }

    Stream<ExtensionSignatures> extensions() {
        return installed.stream().map(Installed::signatures);
    }

    /** The type of this name that an installed extension has brought. */
    DataType brought(String name) {
        return installed.stream()
                .filter(extension -> extension.signatures().types().containsKey(name))
                .map(extension -> new DataType(new QualifiedName(extension.schema(), name), List.of(), false))
                .findFirst()
                .orElse(DataType.UNKNOWN);
    }

    /** {@code pg_type.typcategory}. */
    char category(DataType type) {
        DataType base = base(type);
        if (base.array()) {
            return 'A';
        }
        if (isEnum(base)) {
            return 'E';
        }
        return isComposite(base)
                ? 'C'
                : described(base).map(BuiltInType::category).orElse('U');
    }

    boolean isPreferred(DataType type) {
        return !type.array() && described(type).map(BuiltInType::preferred).orElse(false);
    }

    private Optional<BuiltInType> described(DataType type) {
        return type.isBuiltIn() ? BuiltInTypes.describe(type) : extensionType(type);
    }
}
