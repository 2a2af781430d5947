package dev.greenlight.replay.wording;

import dev.greenlight.catalog.View;
import dev.greenlight.catalog.ddl.script.Wordings;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.wording.PastSteps.PastStep;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.Setting;
import dev.greenlight.sql.ViewStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The queries of views. */
final class ViewWords {
    private final PastSteps steps;
    private final LastText texts;
    private final LastNames names;
    private final List<String> lost = new ArrayList<>();

    ViewWords(PastSteps steps, LastText texts, LastNames names) {
        this.steps = steps;
        this.texts = texts;
        this.names = names;
    }

    /** By oid; those that are gone too. */
    Map<Long, Wordings.OfView> all() {
        Map<Long, Wordings.OfView> all = new TreeMap<>();
        lost.clear();
        for (PastStep past : steps.all()) {
            past.operations()
                    .filter(ObjectOperation.CreateView.class::isInstance)
                    .map(ObjectOperation.CreateView.class::cast)
                    .forEach(create -> add(past, create, all));
        }
        return all;
    }

    private void add(PastStep past, ObjectOperation.CreateView made, Map<Long, Wordings.OfView> all) {
        QualifiedName name = made.view().name();
        if (past.statement() instanceof ViewStatement.CreateView create) {
            all.put(
                    made.view().oid(),
                    new Wordings.OfView(
                            query(past, create.query(), made.view()),
                            create.recursive() ? name.name() : null,
                            options(past, create.options()),
                            true));
        } else if (past.statement() instanceof ViewStatement.CreateMaterializedView create) {
            all.put(
                    made.view().oid(),
                    new Wordings.OfView(
                            query(past, create.query(), made.view()),
                            null,
                            options(past, create.parameters()),
                            create.withData()));
        }
    }

    private String query(PastStep past, Query query, View made) {
        LastText.Part part = texts.query(past, query.span());
        names.now(made)
                .filter(view -> !part.complete())
                .ifPresent(view -> lost.add(view.kindWords() + " " + Identifiers.quote(view.name())
                        + ": what its query names has changed in a way that could not be followed"));
        return part.text();
    }

    /** Of what may not be as it was made. */
    List<String> lost() {
        return lost;
    }

    /** {@code WITH CHECK OPTION} stands behind the query, and is one of them. */
    private static @Nullable String options(PastStep past, List<Setting> options) {
        return options.isEmpty()
                ? null
                : options.stream()
                        .map(option -> option.name().equals("check_option")
                                ? "check_option=" + option.text()
                                : past.text(option.span()))
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
