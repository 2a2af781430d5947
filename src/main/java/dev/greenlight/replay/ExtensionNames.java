package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.postgres.Extension;
import dev.greenlight.postgres.Extensions;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Optional;

/** What extensions bring, those that are installed and those that somebody else may have installed. */
final class ExtensionNames {
    private final Execution execution;

    ExtensionNames(Execution execution) {
        this.execution = execution;
    }

    /**
     * Whether a type that is not in the catalog may have come with an extension: with one that no migration makes and
     * that is therefore assumed, or with one of which it is not known what it brings.
     */
    boolean mayBring(String type) {
        Optional<Extension> assumed = Extensions.withType(type).stream()
                .filter(extension -> isAssumed(extension.name()))
                .findFirst();
        assumed.ifPresent(extension -> execution.premises().noteExtension(extension.name()));
        return assumed.isPresent() || hasUnknown();
    }

    /** As {@link #mayBring}, for a function. */
    boolean mayBringFunction(String function) {
        return hasUnknown()
                || Extensions.withFunction(function).stream().anyMatch(extension -> isAssumed(extension.name()));
    }

    /** Whether no migration makes it, so that whoever does may have done so already. */
    boolean isAssumed(String extension) {
        return execution.catalog().extension(extension).isEmpty()
                && (!execution.premises().foreknowledge().makesExtension(extension)
                        || execution.mayExist(ObjectType.EXTENSION, extension));
    }

    /** Whether something is installed of which it is not known what it brings. */
    boolean hasUnknown() {
        return execution.catalog().extensions().stream()
                .anyMatch(name -> Extensions.find(name).isEmpty());
    }

    /** The function of an installed extension that one of these names means. */
    Optional<QualifiedName> function(List<QualifiedName> candidates) {
        return candidates.stream().filter(this::isFunction).findFirst();
    }

    private boolean isFunction(QualifiedName name) {
        Catalog catalog = execution.catalog();
        return catalog.extensions().stream()
                .filter(extension -> catalog.extension(extension)
                        .filter(name.schema()::equals)
                        .isPresent())
                .flatMap(extension -> Extensions.find(extension).stream())
                .anyMatch(extension -> extension.functions().containsKey(name.name()));
    }
}
