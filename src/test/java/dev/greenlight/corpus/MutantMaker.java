package dev.greenlight.corpus;

import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.migration.Section;
import dev.greenlight.replay.Step;
import dev.greenlight.source.Edit;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes mistakes in a project, each in a fresh copy; the same ones for the same seed. */
final class MutantMaker {
    private static final Set<String> ASSUMED =
            Set.of("CREATE EXTENSION", "CREATE SCHEMA", "CREATE ROLE", "CREATE USER", "CREATE GROUP");
    private static final List<String> TYPES = List.of(
            "integer", "int", "bigint", "smallint", "text", "uuid", "boolean", "bool", "jsonb", "timestamptz", "bytea");
    private static final int LONGEST_SWAP = 4;
    private static final int SHORTEST_NAME = 3;
    private static final int MOST_SHOWN = 60;

    private final List<Script> scripts;
    private final List<Step> steps;
    private final Set<String> keywords;
    private final Random random;

    /**
     * @param steps the project as replayed
     * @param keywords in lower case
     */
    MutantMaker(List<Script> scripts, List<Step> steps, Set<String> keywords, Random random) {
        this.scripts = List.copyOf(scripts);
        this.steps = steps.stream()
                .filter(step -> step.entry().text().kind() == StatementText.Kind.SQL)
                .toList();
        this.keywords = Set.copyOf(keywords);
        this.random = random;
    }

    Mutant make(MutationKind kind) {
        Optional<Mutant> made;
        do {
            made = attempt(kind);
        } while (made.isEmpty());
        return made.get();
    }

    /** Not every place is one where such a mistake can be made. */
    private Optional<Mutant> attempt(MutationKind kind) {
        int number = random.nextInt(scripts.size());
        Step step = steps.get(random.nextInt(steps.size()));
        return switch (kind) {
            case STATEMENT_DELETED -> Optional.of(repeated(kind, step, 0));
            case STATEMENT_DOUBLED -> Optional.of(repeated(kind, step, 2));
            case FILES_SWAPPED -> swapped(number, number + 1 + random.nextInt(LONGEST_SWAP));
            case NAME_MISSPELT ->
                pick(step.entry().text().tokens().stream().filter(this::isName).toList())
                        .flatMap(token -> misspelt(step, token));
            case TYPE_CHANGED ->
                pick(types(step.entry().text().tokens()))
                        .map(token -> edited(
                                kind,
                                step,
                                token.span(),
                                pick(TYPES)
                                        .filter(type -> !type.equals(token.value()))
                                        .orElse("xml")));
            case DROPPED_EARLY ->
                pick(DropStatements.of(step.before(), random.nextBoolean())).map(drop -> {
                    int start = step.entry().text().span().start();
                    return edited(kind, step, new Span(start, start), drop + ";\n");
                });
        };
    }

    private <T> Optional<T> pick(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private Mutant repeated(MutationKind kind, Step step, int times) {
        int number = number(step);
        List<Script.Entry> entries = new ArrayList<>();
        for (Script.Entry entry : scripts.get(number).entries()) {
            for (int i = 0; i < (entry == step.entry() ? times : 1); i++) {
                entries.add(new Script.Entry(entry.section(), entry.text(), entry.statement()));
            }
        }
        String sql = step.file().text(step.entry().text().span());
        return with(kind, step, new Script(scripts.get(number).migration(), entries), shown(sql));
    }

    private int number(Step step) {
        for (int number = 0; number < scripts.size(); number++) {
            if (scripts.get(number).entries().stream().anyMatch(entry -> entry == step.entry())) {
                return number;
            }
        }
        throw new IllegalArgumentException(step.file().path());
    }

    private Mutant with(MutationKind kind, Step step, Script changed, String what) {
        int number = number(step);
        List<Script> all = new ArrayList<>(scripts);
        all.set(number, changed);
        int line = step.file().position(step.entry().text().span().start()).line();
        String where = step.file().path() + ":" + line + ": " + what;
        return new Mutant(
                kind, all, number, where, ASSUMED.contains(step.statement().kind()));
    }

    private static String shown(String sql) {
        String line = sql.replaceAll("\\s+", " ");
        return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "…";
    }

    private Optional<Mutant> swapped(int one, int other) {
        if (other >= scripts.size()) {
            return Optional.empty();
        }
        List<Script> all = new ArrayList<>(scripts);
        Collections.swap(all, one, other);
        String what = path(one) + " and " + path(other);
        return Optional.of(new Mutant(MutationKind.FILES_SWAPPED, all, one, what, false));
    }

    private String path(int number) {
        return scripts.get(number).migration().path();
    }

    private boolean isName(Token token) {
        return token.value().length() >= SHORTEST_NAME
                && (token.is(TokenKind.QUOTED_IDENTIFIER)
                        || token.is(TokenKind.WORD) && !keywords.contains(token.value()));
    }

    /** Two letters change places, or one is missing or there twice. */
    private Optional<Mutant> misspelt(Step step, Token token) {
        String name = token.value();
        int at = random.nextInt(name.length() - 1);
        String wrong = switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
            case 1 -> name.substring(0, at) + name.substring(at + 1);
            default -> name.substring(0, at) + name.charAt(at) + name.substring(at);
        };
        return wrong.equals(name)
                ? Optional.empty()
                : Optional.of(edited(MutationKind.NAME_MISSPELT, step, token.span(), '"' + wrong + '"'));
    }

    /** Those that stand alone: what follows one may belong to it. */
    private static List<Token> types(List<Token> tokens) {
        List<Token> types = new ArrayList<>();
        for (int i = 1; i < tokens.size(); i++) {
            boolean follows = i + 1 < tokens.size() && tokens.get(i + 1).is(TokenKind.LEFT_PAREN);
            if (tokens.get(i).is(TokenKind.WORD) && TYPES.contains(tokens.get(i).value()) && !follows) {
                types.add(tokens.get(i));
            }
        }
        return types;
    }

    private Mutant edited(MutationKind kind, Step step, Span span, String replacement) {
        Migration migration = scripts.get(number(step)).migration();
        String was = migration.file().text(span);
        Migration changed = edited(migration, new Edit(span, replacement));
        String what = was.isEmpty() ? replacement.strip() : was + " as " + replacement;
        return with(kind, step, ScriptReader.read(List.of(changed)).getFirst(), what);
    }

    private static Migration edited(Migration migration, Edit edit) {
        SourceFile file =
                SourceFile.of(migration.path(), Edit.apply(migration.file().text(), List.of(edit)));
        int longer = edit.replacement().length() - edit.span().length();
        List<Section> sections = migration.sections().stream()
                .map(section -> {
                    Span span = section.span();
                    int start = span.start() > edit.span().start() ? span.start() + longer : span.start();
                    int end = span.end() >= edit.span().end() ? span.end() + longer : span.end();
                    return new Section(section.id(), new Span(start, end), section.transaction());
                })
                .toList();
        return new Migration(
                file,
                migration.folder(),
                migration.version(),
                migration.description(),
                migration.direction(),
                migration.transaction(),
                sections);
    }
}
