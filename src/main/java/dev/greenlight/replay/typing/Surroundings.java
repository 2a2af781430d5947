package dev.greenlight.replay.typing;

import dev.greenlight.catalog.Relation;
import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.typing.Scope.Item;
import dev.greenlight.replay.typing.Scope.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a query in code sees around it: variables, what is in those that hold rows, and what names the code itself
 * (manual 36.5.1, 41.11.1). What else code has is not known.
 */
final class Surroundings {
    private final Knowledge knowledge;
    private final Types types;

    Surroundings(Rules rules) {
        this.knowledge = rules.knowledge();
        this.types = rules.types();
    }

    Scope scope() {
        List<Column> variables = knowledge.variables().entrySet().stream()
                .map(variable -> new Column(variable.getKey(), variable.getValue()))
                .toList();
        List<Item> items = new ArrayList<>();
        knowledge.labels().stream()
                .sorted()
                .map(label -> new Item(label, variables, !knowledge.mayBeVariable(), DataType.UNKNOWN, null))
                .forEach(items::add);
        variables.stream().flatMap(this::row).forEach(items::add);
        knowledge.rows().entrySet().stream()
                .filter(row -> !knowledge.variables().containsKey(row.getKey()))
                .flatMap(Surroundings::row)
                .forEach(items::add);
        return items.isEmpty() && variables.isEmpty() && !knowledge.mayBeVariable()
                ? Scope.NONE
                : new Scope(new Source(items, variables, !knowledge.mayBeVariable()), null, Map.of(), null);
    }

    private Stream<Item> row(Column variable) {
        if (!types.isComposite(variable.type())) {
            return Stream.empty();
        }
        @Nullable List<Column> fields = types.columns(variable.type());
        return Stream.of(
                new Item(variable.name(), fields == null ? List.of() : fields, fields != null, variable.type(), null));
    }

    private static Stream<Item> row(Map.Entry<String, Relation> row) {
        return FromItems.of(row.getValue(), row.getKey()).items().stream();
    }
}
