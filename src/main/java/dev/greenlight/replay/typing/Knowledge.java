package dev.greenlight.replay.typing;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Relation;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.postgres.SystemRelations.SystemRelation;
import dev.greenlight.sql.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of a database at one moment that decides types, and what is in doubt. It assumes and notes nothing. */
public interface Knowledge {
    Catalog catalog();

    PostgresVersion version();

    /** The schemas in which a name without one is looked for, in their order. */
    List<String> searched();

    /** The type that a name stands for; unknown where nothing certain is of that name. */
    DataType type(TypeName name);

    /** The relation that a name stands for, folded and with its schema if that is written. */
    Optional<Relation> relation(List<String> name);

    /** As {@link #relation}, for what is the system's own, which hides other relations. */
    Optional<SystemRelation> system(List<String> name);

    /**
     * Whether a function may be there that the catalog and the server do not show.
     *
     * @param name with its schema if that is written
     */
    boolean mayHaveFunction(List<String> name);

    /** As {@link #mayHaveFunction}, of a name that neither the catalog nor the server has for any function. */
    boolean mayHaveOtherFunction(List<String> name);

    /** Whether an operator of this name may be there that neither the server nor a known extension has. */
    boolean mayHaveOperator(String name);

    /** Whether there may be casts that neither the server nor a known extension has. */
    boolean mayHaveCast();

    /** Whether nobody but the history and extensions makes anything, in whatever schema. */
    boolean isClosed();

    /**
     * Whether all is known besides that may make a call or an operator one that is there: no extension of which it is
     * not known what it brings, no schema that somebody else fills. What is built in is taken for known in any case.
     */
    boolean isWhole();

    /** Whether a name that no column has may stand for something of which the type is not known, such as a variable. */
    boolean mayBeVariable();

    /** The types of variables of code, by name, {@code $1} among them; unknown for one of which it is not known. */
    Map<String, DataType> variables();

    /** What may stand before a variable's name. */
    Set<String> labels();

    /** The relations of which variables of code hold rows, by the variables' names. */
    Map<String, Relation> rows();
}
