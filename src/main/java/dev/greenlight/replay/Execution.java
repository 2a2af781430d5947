package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The workspace of one statement while it runs: the database as changed so far, what was done and what was named. It
 * is the only mutable thing on the way, and gone when the statement ends.
 */
final class Execution {
    private final Premises premises;
    private final SourceFile file;
    private final @Nullable Transaction transaction;
    private final int number;
    private final Surroundings surroundings;
    private final Names names = new Names(this);
    private final List<Operation> operations = new ArrayList<>();
    private final Set<Reference> references = new LinkedHashSet<>();
    private final List<Step> inner = new ArrayList<>();
    private Database database;
    private Outcome outcome = new Outcome.Applied();

    /** @param number that of the transaction that it runs in, of a block or of itself alone */
    Execution(Premises premises, SourceFile file, Database database, @Nullable Transaction transaction, int number) {
        this(premises, file, database, transaction, number, Surroundings.NONE);
    }

    private Execution(
            Premises premises,
            SourceFile file,
            Database database,
            @Nullable Transaction transaction,
            int number,
            Surroundings surroundings) {
        this.premises = premises;
        this.file = file;
        this.database = database;
        this.transaction = transaction;
        this.number = number;
        this.surroundings = surroundings;
    }

    /** The workspace for another try of the same statement, from this state. */
    Execution again(Database from) {
        return new Execution(premises, file, from, transaction, number, surroundings);
    }

    /** The workspace for trying what code does, but not what it calls. */
    Execution withoutCalls() {
        return new Execution(premises.unheard(), file, database, transaction, number, surroundings.withoutCalls());
    }

    /** The workspace of a statement that code runs, which this statement runs. */
    Execution within(SourceFile codeFile, Database from, Transaction around, Surroundings code) {
        return new Execution(premises, codeFile, from, around, number, code);
    }

    Premises premises() {
        return premises;
    }

    PostgresVersion version() {
        return premises.version();
    }

    /** Resolves names against what this statement has made of the catalog so far. */
    Names names() {
        return names;
    }

    Database database() {
        return database;
    }

    Catalog catalog() {
        return database.catalog();
    }

    Settings settings() {
        return database.settings();
    }

    /** The file that the statement stands in. */
    SourceFile file() {
        return file;
    }

    /** The code that runs the statement. */
    Surroundings surroundings() {
        return surroundings;
    }

    /** The transaction block that is open, explicit or implicit, or the one that the statement is by itself. */
    Transaction transaction() {
        return transaction == null ? Transaction.begin(number, false, database) : transaction;
    }

    /** Whether a transaction block is open, explicit or implicit. */
    boolean inTransactionBlock() {
        return transaction != null;
    }

    /** The catalog when the open transaction block began. */
    Optional<Catalog> transactionStart() {
        return Optional.ofNullable(transaction).map(Transaction::start).map(Database::catalog);
    }

    /** The relations that the statement has named so far. */
    Set<QualifiedName> namedRelations() {
        Set<QualifiedName> names = new LinkedHashSet<>();
        references.forEach(reference -> names.add(reference.name()));
        return names;
    }

    Origin origin(Span span) {
        return new Origin(file, span);
    }

    /** The text of this file. */
    String text(Span span) {
        return file.text(span);
    }

    /** Runs a part of the statement of which only the catalog is wanted, not what was done and named. */
    void quietly(Consumer<Execution> part) {
        Execution inner = again(database);
        part.accept(inner);
        database = inner.database();
    }

    void change(UnaryOperator<Catalog> change) {
        database = database.with(change.apply(database.catalog()));
    }

    /** Adds a relation, or puts it in the place of the one with its oid. */
    void put(Relation relation) {
        change(catalog -> catalog.with(relation));
    }

    void remove(Relation relation) {
        change(catalog -> catalog.without(relation));
    }

    long nextOid() {
        return catalog().nextOid();
    }

    /** The table as it is now, which a cascade may have changed since it was looked up. */
    Table current(Table table) {
        return catalog().table(table.oid()).orElse(table);
    }

    void set(Settings settings) {
        database = database.with(settings);
    }

    /** Takes over what code has made of the database. */
    void become(Database changed) {
        database = changed;
    }

    void dropOnCommit(Relation relation) {
        database = database.withDropOnCommit(relation.oid());
    }

    void doubt(Doubt more) {
        database = database.with(database.doubt().and(more));
    }

    /** Whether a statement that could not be followed may have made it. */
    boolean mayExist(ObjectType type, String name) {
        return database.doubt().mayExist(type, name);
    }

    /** Whether a statement that could not be followed may have dropped it. */
    boolean mayBeGone(ObjectType type, String name) {
        return database.doubt().mayBeGone(type, name);
    }

    void add(Operation operation) {
        operations.add(operation);
    }

    void add(Reference reference) {
        references.add(reference);
    }

    /** Keeps what the code that this statement runs has run. */
    void ran(List<Step> steps) {
        inner.addAll(steps);
    }

    List<Step> inner() {
        return List.copyOf(inner);
    }

    /** PostgreSQL leaves the statement with a notice. */
    void skip(@Nullable Relation existing) {
        outcome = new Outcome.Skipped(existing);
    }

    void opaque(String reason) {
        outcome = new Outcome.Opaque(reason);
    }

    void notRead() {
        outcome = new Outcome.NotRead();
    }

    Outcome outcome() {
        return outcome;
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    List<Reference> references() {
        return List.copyOf(references);
    }

    /** What to throw where PostgreSQL would reject the statement. */
    Rejected reject(SqlState state, String message, Span span) {
        return new Rejected(new SqlError(state, message, span, null, null));
    }

    /** As {@link #reject(SqlState, String, Span)}, because something is not there. */
    Rejected rejectMissing(SqlState state, String message, Span span, Missing missing) {
        return new Rejected(new SqlError(state, message, span, missing, null));
    }
}
