package dev.greenlight.catalog;

import dev.greenlight.postgres.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index.
 *
 * @param table the oid of its table
 * @param parent the oid of the index on the partitioned table that it is a part of; 0 if there is none (manual 5.12.2.1)
 * @param keys in their order
 * @param needs every column by number that a key, INCLUDE or WHERE names: dropping one drops the index
 * @param expressions what its expressions name beside the columns
 * @param clauses what is written of it beside its keys
 * @param valid whether it is usable; an interrupted concurrent build leaves one that is not (manual CREATE INDEX)
 * @param constraint whether it serves a key or exclusion constraint and can only be dropped with that
 */
public record Index(
        long oid,
        QualifiedName name,
        long table,
        long parent,
        boolean unique,
        String method,
        List<Key> keys,
        List<Integer> needs,
        Needs expressions,
        Clauses clauses,
        boolean partial,
        boolean nullsNotDistinct,
        boolean valid,
        boolean constraint,
        @Nullable Origin origin)
        implements Relation {
    public Index {
        keys = List.copyOf(keys);
        needs = List.copyOf(needs);
    }

    /** A column by number, or an expression as written where {@code column} is 0. */
    public record Key(int column, @Nullable String expression) {}

    /**
     * What makes no difference to what fails and is printed.
     *
     * @param keys what follows each key: collation, operator class, order
     * @param include columns by number
     * @param where the condition as written
     * @param parameters such as {@code fillfactor='70'}
     * @param operators of an exclusion constraint, one for each key
     */
    public record Clauses(
            List<String> keys,
            List<Integer> include,
            @Nullable String where,
            List<String> parameters,
            List<String> operators) {
        public static final Clauses NONE = new Clauses(List.of(), List.of(), null, List.of(), List.of());

        public Clauses {
            keys = List.copyOf(keys);
            include = List.copyOf(include);
            parameters = List.copyOf(parameters);
            operators = List.copyOf(operators);
        }

        /** Of the same index of a partition. */
        public Clauses withInclude(List<Integer> newInclude) {
            return new Clauses(keys, newInclude, where, parameters, operators);
        }
    }

    public Index withParent(long newParent) {
        return with(name, newParent, expressions, valid, constraint);
    }

    public Index withExpressions(Needs newExpressions) {
        return with(name, parent, newExpressions, valid, constraint);
    }

    @Override
    public Index withName(QualifiedName newName) {
        return with(newName, parent, expressions, valid, constraint);
    }

    /** As it is when a constraint takes it over, which then also names it. */
    public Index ofConstraint(QualifiedName newName) {
        return with(newName, parent, expressions, valid, true);
    }

    public Index asValid() {
        return with(name, parent, expressions, true, constraint);
    }

    /** With another value for whatever of it may change. */
    private Index with(
            QualifiedName newName, long newParent, Needs newExpressions, boolean nowValid, boolean nowConstraint) {
        return new Index(
                oid,
                newName,
                table,
                newParent,
                unique,
                method,
                keys,
                needs,
                newExpressions,
                clauses,
                partial,
                nullsNotDistinct,
                nowValid,
                nowConstraint,
                origin);
    }

    /** As it is where its expressions are written otherwise. */
    public Index withTexts(List<Key> newKeys, Clauses newClauses) {
        return new Index(
                oid,
                name,
                table,
                parent,
                unique,
                method,
                newKeys,
                needs,
                expressions,
                newClauses,
                partial,
                nullsNotDistinct,
                valid,
                constraint,
                origin);
    }

    @Override
    public String kindWords() {
        return "index";
    }
}
