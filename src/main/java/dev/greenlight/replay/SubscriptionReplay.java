package dev.greenlight.replay;

import dev.greenlight.catalog.NamedObject;
import dev.greenlight.catalog.NamedObject.Kind;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ReplicationStatement;
import dev.greenlight.sql.ReplicationStatement.SubscriptionAction;
import dev.greenlight.sql.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs CREATE and ALTER SUBSCRIPTION as far as the server at the other end is not asked ({@code subscriptioncmds.c}). A
 * subscription's parts are its publications, and whether it is enabled and has a slot.
 */
final class SubscriptionReplay {
    private static final String PUBLICATION = "publication ";
    private static final String ENABLED = "enabled";
    private static final String SLOT = "slot";

    private static final Set<String> SETTABLE =
            Set.of("slot_name", "synchronous_commit", "binary", "streaming", "disable_on_error");
    private static final Set<String> SETTABLE_16 = Set.of("password_required", "run_as_owner", "origin");
    private static final Set<String> SETTABLE_17 = Set.of("failover");
    private static final Set<String> CREATING = Set.of("connect", "enabled", "create_slot", "copy_data", "two_phase");
    private static final Set<String> BOOLEANS = Set.of(
            "connect",
            "enabled",
            "create_slot",
            "copy_data",
            "two_phase",
            "binary",
            "disable_on_error",
            "password_required",
            "run_as_owner",
            "failover",
            "refresh");

    private final Execution execution;
    private final NamedObjects objects;

    SubscriptionReplay(Execution execution) {
        this.execution = execution;
        this.objects = new NamedObjects(execution);
    }

    void create(ReplicationStatement.CreateSubscription create) {
        Set<String> known = new TreeSet<>(settable());
        known.addAll(CREATING);
        DefinitionOptions options = options(create.options(), known);
        boolean connect = options.isOn("connect", true);
        requireWithoutConnection(options, connect);
        boolean slot = options.option("slot_name")
                .filter(name -> name.text().equals("none"))
                .isEmpty();
        boolean enabled = options.isOn("enabled", connect);
        requireSlot(options, slot, enabled, options.isOn("create_slot", connect));
        NamedObject made = NamedObjects.of(Kind.SUBSCRIPTION, create.name());
        objects.requireNew(made, create.name().span());
        requireDistinct(create.publications());
        List<String> parts = new ArrayList<>();
        create.publications().forEach(publication -> parts.add(PUBLICATION + publication.value()));
        mark(parts, ENABLED, enabled);
        mark(parts, SLOT, slot);
        objects.put(made.withParts(parts));
    }

    private static void mark(List<String> parts, String mark, boolean holds) {
        parts.remove(mark);
        if (holds) {
            parts.add(mark);
        }
    }

    private Set<String> settable() {
        Set<String> settable = new TreeSet<>(SETTABLE);
        if (execution.version().isAtLeast(16)) {
            settable.addAll(SETTABLE_16);
        }
        if (execution.version().isAtLeast(17)) {
            settable.addAll(SETTABLE_17);
        }
        if (execution.version().isAtLeast(18)) {
            settable.add("two_phase");
        }
        return settable;
    }

    /** From 16 on {@code streaming} may be {@code parallel}. */
    private DefinitionOptions options(List<Setting> settings, Set<String> known) {
        DefinitionOptions options = new DefinitionOptions(settings, "subscription parameter", execution);
        Set<String> booleans = new HashSet<>(BOOLEANS);
        boolean parallel = options.option("streaming")
                .filter(streaming -> streaming.text().equalsIgnoreCase("parallel"))
                .isPresent();
        if (!parallel || !execution.version().isAtLeast(16)) {
            booleans.add("streaming");
        }
        options.require(known, booleans);
        return options;
    }

    private void requireWithoutConnection(DefinitionOptions options, boolean connect) {
        for (String other : List.of("enabled", "create_slot", "copy_data")) {
            if (!connect && options.isOn(other, false)) {
                throw exclusive(options, "connect = false", other + " = true", other);
            }
        }
    }

    private static Rejected exclusive(DefinitionOptions options, String one, String another, String name) {
        Setting place = options.option(name).orElse(options.options().getFirst());
        return options.rejected(place, one + " and " + another + " are mutually exclusive options");
    }

    private static void requireSlot(DefinitionOptions options, boolean slot, boolean enabled, boolean createSlot) {
        if (slot) {
            return;
        }
        if (enabled) {
            throw exclusive(options, "slot_name = NONE", "enabled = true", "slot_name");
        }
        if (createSlot) {
            throw exclusive(options, "slot_name = NONE", "create_slot = true", "slot_name");
        }
    }

    private void requireDistinct(List<Name> publications) {
        Lists.repeated(publications, Name::value).ifPresent(publication -> {
            String message = "publication name \"" + publication.value() + "\" used more than once";
            throw execution.reject(stateSince14(SqlState.DUPLICATE_OBJECT), message, publication.span());
        });
    }

    void alter(ReplicationStatement.AlterSubscription alter) {
        Optional<NamedObject> found = objects.require(Kind.SUBSCRIPTION, alter.name());
        switch (alter.action()) {
            case SubscriptionAction.SetOptions set -> options(set.options(), settable());
            case SubscriptionAction.ReplacePublications replace ->
                options(replace.options(), Set.of("copy_data", "refresh"));
            case SubscriptionAction.AddPublications add -> options(add.options(), Set.of("copy_data", "refresh"));
            case SubscriptionAction.DropPublications drop -> options(drop.options(), Set.of("refresh"));
            case SubscriptionAction.Refresh refresh -> options(refresh.options(), Set.of("copy_data"));
            case SubscriptionAction.Skip skip -> options(skip.options(), Set.of("lsn"));
            case SubscriptionAction.Connect ignored -> {}
            case SubscriptionAction.Enable ignored -> {}
            case SubscriptionAction.Disable ignored -> {}
        }
        found.ifPresent(subscription -> objects.put(altered(subscription, alter)));
    }

    private NamedObject altered(NamedObject subscription, ReplicationStatement.AlterSubscription alter) {
        List<String> parts = new ArrayList<>(subscription.parts());
        switch (alter.action()) {
            case SubscriptionAction.SetOptions set -> setSlot(set, parts, alter);
            case SubscriptionAction.AddPublications add -> {
                requireDistinct(add.publications());
                add.publications().forEach(publication -> add(publication, subscription, parts));
                requireRefreshable(add.options(), parts, alter);
            }
            case SubscriptionAction.DropPublications drop -> {
                requireDistinct(drop.publications());
                drop.publications().forEach(publication -> drop(publication, subscription, parts));
                if (parts.stream().noneMatch(part -> part.startsWith(PUBLICATION))) {
                    String message = "cannot drop all the publications from a subscription";
                    throw execution.reject(SqlState.INVALID_OBJECT_DEFINITION, message, alter.span());
                }
                requireRefreshable(drop.options(), parts, alter);
            }
            case SubscriptionAction.ReplacePublications replace -> {
                requireDistinct(replace.publications());
                parts.removeIf(part -> part.startsWith(PUBLICATION));
                replace.publications().forEach(publication -> parts.add(PUBLICATION + publication.value()));
                requireRefreshable(replace.options(), parts, alter);
            }
            case SubscriptionAction.Refresh ignored -> {
                requireEnabled("ALTER SUBSCRIPTION ... REFRESH", parts, alter);
                requireOutside("ALTER SUBSCRIPTION ... REFRESH", alter);
            }
            case SubscriptionAction.Enable ignored -> {
                requireSlot(parts, alter);
                mark(parts, ENABLED, true);
            }
            case SubscriptionAction.Disable ignored -> mark(parts, ENABLED, false);
            case SubscriptionAction.Connect ignored -> {}
            case SubscriptionAction.Skip ignored -> {}
        }
        return subscription.withParts(parts);
    }

    private void setSlot(
            SubscriptionAction.SetOptions set, List<String> parts, ReplicationStatement.AlterSubscription alter) {
        Setting.find(set.options(), "slot_name").ifPresent(option -> {
            boolean none = option.text().equals("none");
            if (none && parts.contains(ENABLED)) {
                String message = "cannot set slot_name = NONE for enabled subscription";
                throw execution.reject(SqlState.SYNTAX_ERROR, message, alter.span());
            }
            mark(parts, SLOT, !none);
        });
    }

    private void add(Name publication, NamedObject subscription, List<String> parts) {
        if (parts.contains(PUBLICATION + publication.value())) {
            String message = "publication \"" + publication.value() + "\" is already in subscription \""
                    + subscription.name().name() + "\"";
            throw execution.reject(SqlState.DUPLICATE_OBJECT, message, publication.span());
        }
        parts.add(PUBLICATION + publication.value());
    }

    private void drop(Name publication, NamedObject subscription, List<String> parts) {
        if (!parts.remove(PUBLICATION + publication.value())) {
            String message = "publication \"" + publication.value() + "\" is not in subscription \""
                    + subscription.name().name() + "\"";
            throw execution.reject(SqlState.INVALID_OBJECT_DEFINITION, message, publication.span());
        }
    }

    private void requireRefreshable(
            List<Setting> settings, List<String> parts, ReplicationStatement.AlterSubscription alter) {
        if (new DefinitionOptions(settings, "", execution).isOn("refresh", true)) {
            requireEnabled("ALTER SUBSCRIPTION with refresh", parts, alter);
            requireOutside("ALTER SUBSCRIPTION with refresh", alter);
        }
    }

    private void requireEnabled(String words, List<String> parts, ReplicationStatement.AlterSubscription alter) {
        if (!parts.contains(ENABLED)) {
            String message = words + " is not allowed for disabled subscriptions";
            throw execution.reject(stateSince14(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE), message, alter.span());
        }
    }

    private void requireOutside(String words, ReplicationStatement.AlterSubscription alter) {
        if (execution.inTransactionBlock()) {
            String message = words + " cannot run inside a transaction block";
            throw execution.reject(SqlState.ACTIVE_SQL_TRANSACTION, message, alter.span());
        }
    }

    private void requireSlot(List<String> parts, ReplicationStatement.AlterSubscription alter) {
        if (!parts.contains(SLOT)) {
            String message = "cannot enable subscription that does not have a slot name";
            throw execution.reject(stateSince14(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE), message, alter.span());
        }
    }

    /** Before 14 nearly all that is wrong with a subscription is a syntax error. */
    private SqlState stateSince14(SqlState state) {
        return execution.version().isAtLeast(14) ? state : SqlState.SYNTAX_ERROR;
    }
}
