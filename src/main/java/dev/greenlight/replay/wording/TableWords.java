package dev.greenlight.replay.wording;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.ddl.script.Wordings;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.replay.wording.PastSteps.PastStep;
import dev.greenlight.source.Span;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.ColumnDefinition;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.PartitionBound;
import dev.greenlight.sql.Setting;
import dev.greenlight.sql.TableStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What histories say of tables beside what the catalog keeps: how they are partitioned, stored and collated. */
final class TableWords {
    private final PastSteps steps;
    private final LastText texts;
    private final Map<Long, String> bounds = new HashMap<>();

    TableWords(PastSteps steps, LastText texts) {
        this.steps = steps;
        this.texts = texts;
        steps.all().forEach(past -> past.operations().forEach(operation -> bound(past, operation)));
    }

    private void bound(PastStep past, Operation operation) {
        if (operation instanceof TableOperation.CreateTable create
                && past.statement() instanceof TableStatement.CreateTable written) {
            put(create.table(), written.bound(), past);
        } else if (operation instanceof TableOperation.AttachPartition attach
                && past.statement() instanceof TableStatement.AlterTable alter) {
            alter.actions().stream()
                    .filter(action -> action.span().equals(attach.span()))
                    .filter(AlterTableAction.AttachPartition.class::isInstance)
                    .map(action -> ((AlterTableAction.AttachPartition) action).bound())
                    .forEach(bound -> put(attach.partition(), bound, past));
        }
    }

    private void put(Table partition, @Nullable PartitionBound bound, PastStep past) {
        if (bound != null) {
            bounds.put(partition.oid(), texts.of(past, bound.span()));
        }
    }

    Map<Long, Wordings.OfTable> of(Catalog catalog) {
        Map<Long, Wordings.OfTable> all = new TreeMap<>();
        catalog.tables()
                .filter(table -> table.origin() != null)
                .forEach(table -> all.put(table.oid(), of(table, catalog)));
        return all;
    }

    private Wordings.OfTable of(Table table, Catalog catalog) {
        PastStep past = steps.of(table.origin()).orElse(null);
        TableStatement.@Nullable CreateTable made =
                past != null && past.statement() instanceof TableStatement.CreateTable create ? create : null;
        boolean foreign = made != null && made.server() != null;
        @Nullable String settings = made == null ? null : settings(past, made.parameters());
        return new Wordings.OfTable(
                made == null || made.partitionBy() == null ? null : partitionBy(past, made.partitionBy()),
                bounds.get(table.oid()),
                made == null || made.accessMethod() == null
                        ? null
                        : Identifiers.quote(made.accessMethod().value()),
                foreign ? null : settings,
                foreign ? Identifiers.quote(made.server().value()) : null,
                foreign ? settings : null,
                columns(table, this::collation),
                columns(table, this::options),
                identities(table, catalog));
    }

    private String partitionBy(PastStep past, TableStatement.PartitionKey key) {
        String written = texts.of(past, key.span());
        int open = written.indexOf('(');
        return key.strategy().toUpperCase(Locale.ROOT) + " " + written.substring(Math.max(open, 0));
    }

    static @Nullable String settings(PastStep past, List<Setting> settings) {
        return settings.isEmpty()
                ? null
                : settings.stream()
                        .map(setting -> past.text(setting.span()))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private interface OfColumn {
        Optional<String> of(PastStep past, Span span);
    }

    private Map<Integer, String> columns(Table table, OfColumn words) {
        Map<Integer, String> found = new TreeMap<>();
        for (Column column : table.columns()) {
            steps.of(column.origin())
                    .flatMap(past -> words.of(past, column.origin().span()))
                    .ifPresent(text -> found.put(column.number(), text));
        }
        return found;
    }

    private Optional<String> collation(PastStep past, Span span) {
        Stream<ObjectName> written = Stream.concat(
                definitions(past).filter(it -> it.span().equals(span)).flatMap(it -> Stream.ofNullable(it.collation())),
                actions(past)
                        .filter(it -> it.span().equals(span))
                        .filter(AlterTableAction.AlterColumnType.class::isInstance)
                        .flatMap(it -> Stream.ofNullable(((AlterTableAction.AlterColumnType) it).collation())));
        return written.findFirst().map(name -> texts.of(past, name.span()));
    }

    private Optional<String> options(PastStep past, Span span) {
        return definitions(past)
                .filter(definition -> definition.span().equals(span))
                .map(ColumnDefinition::options)
                .filter(options -> !options.isEmpty())
                .findFirst()
                .map(options -> settings(past, options));
    }

    private Map<Integer, String> identities(Table table, Catalog catalog) {
        Map<Integer, String> found = new TreeMap<>();
        catalog.usersOf(table.oid())
                .filter(Sequence.class::isInstance)
                .map(Sequence.class::cast)
                .filter(Sequence::identity)
                .forEach(sequence -> steps.of(sequence.origin())
                        .map(past ->
                                SequenceWords.identity(past, sequence.origin().span()))
                        .filter(options -> !options.isEmpty())
                        .ifPresent(options -> found.put(sequence.ownerColumn(), options)));
        return found;
    }

    /** The columns that a statement defines. */
    static Stream<ColumnDefinition> definitions(PastStep past) {
        return past.statement() instanceof TableStatement.CreateTable create
                ? create.columns().stream()
                : actions(past)
                        .filter(AlterTableAction.AddColumn.class::isInstance)
                        .map(action -> ((AlterTableAction.AddColumn) action).column());
    }

    static Stream<AlterTableAction> actions(PastStep past) {
        return past.statement() instanceof TableStatement.AlterTable alter ? alter.actions().stream() : Stream.empty();
    }
}
