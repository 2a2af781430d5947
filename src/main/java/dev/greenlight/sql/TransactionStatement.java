package dev.greenlight.sql;

import dev.greenlight.source.Span;

/** Statements that begin, end or part a transaction (manual 3.4 and part VI). */
public sealed interface TransactionStatement extends Statement {
    /** {@code BEGIN} and {@code START TRANSACTION}. */
    record Begin(Span span) implements TransactionStatement {
        @Override
        public String kind() {
            return "BEGIN";
        }
    }

    /** {@code COMMIT} and {@code END}; {@code chain} begins the next transaction at once. */
    record Commit(boolean chain, Span span) implements TransactionStatement {
        @Override
        public String kind() {
            return "COMMIT";
        }
    }

    /** {@code ROLLBACK} and {@code ABORT}. */
    record Rollback(boolean chain, Span span) implements TransactionStatement {
        @Override
        public String kind() {
            return "ROLLBACK";
        }
    }

    record Savepoint(Name name, Span span) implements TransactionStatement {
        @Override
        public String kind() {
            return "SAVEPOINT";
        }
    }

    record ReleaseSavepoint(Name name, Span span) implements TransactionStatement {
        @Override
        public String kind() {
            return "RELEASE";
        }
    }

    record RollbackTo(Name name, Span span) implements TransactionStatement {
        @Override
        public String kind() {
            return "ROLLBACK";
        }
    }

    /** {@code PREPARE TRANSACTION}, {@code COMMIT PREPARED} and {@code ROLLBACK PREPARED}; {@code kind} says which. */
    record TwoPhase(String kind, String identifier, Span span) implements TransactionStatement {}
}
