package dev.greenlight.replay;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import java.util.Set;

/**
 * Whether a procedural language or an index access method is there: built in, made by a migration, or brought by an
 * extension, which is taken to be there.
 */
final class HandlerNames {
    /** Manual 11.2; {@code rtree} stands for {@code gist} (access_method_handler in indexcmds.c). */
    private static final Set<String> METHODS = Set.of("btree", "hash", "gist", "gin", "spgist", "brin", "rtree");

    /** Of contrib, pgvector, RUM, ZomboDB, ParadeDB, PGroonga, pgvectorscale and VectorChord. */
    private static final Set<String> METHODS_OF_EXTENSIONS = Set.of(
            "bloom", "hnsw", "ivfflat", "rum", "zombodb", "bm25", "pgroonga", "diskann", "vchordrq", "vchordg", "vectors");

    /** Manual 40. */
    private static final Set<String> LANGUAGES = Set.of("internal", "c", "sql", "plpgsql");

    /** Manual 43 to 46 and appendix H.3. */
    private static final Set<String> LANGUAGES_OF_EXTENSIONS = Set.of(
            "plpythonu",
            "plpython2u",
            "plpython3u",
            "plperl",
            "plperlu",
            "pltcl",
            "pltclu",
            "java",
            "javau",
            "plv8",
            "plv8u",
            "plcoffee",
            "plls",
            "pljs",
            "pllua",
            "plluau",
            "plr",
            "plsh",
            "plrust",
            "plruby",
            "plxslt",
            "plscheme",
            "plhaskell",
            "plhaskellu",
            "pldotnet",
            "plcsharp",
            "plprql");

    private final Execution execution;

    HandlerNames(Execution execution) {
        this.execution = execution;
    }

    /** Fails with 42704 where no index can use the method. */
    void requireMethod(String name, Span span) {
        boolean known = METHODS.contains(name)
                || METHODS_OF_EXTENSIONS.contains(name)
                || execution.premises().foreknowledge().makesAccessMethod(name);
        require(known, "access method \"" + name + "\" does not exist", span);
    }

    /** Fails with 42704 where no code can be in the language. */
    void requireLanguage(String name, Span span) {
        boolean known = LANGUAGES.contains(name)
                || LANGUAGES_OF_EXTENSIONS.contains(name)
                || execution.premises().foreknowledge().makesLanguage(name);
        require(known, "language \"" + name + "\" does not exist", span);
    }

    private void require(boolean known, String message, Span span) {
        if (!known && !new ExtensionNames(execution).hasUnknown()) {
            throw execution.reject(SqlState.UNDEFINED_OBJECT, message, span);
        }
    }
}
