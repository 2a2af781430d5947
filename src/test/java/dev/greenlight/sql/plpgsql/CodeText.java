package dev.greenlight.sql.plpgsql;

import dev.greenlight.source.Span;
import dev.greenlight.sql.TreeText;
import dev.greenlight.sql.Unread;

/** What was read of a body, as text for fixtures. */
final class CodeText {
    private static final int AROUND = 20;

    private CodeText() {}

    static String of(Code code, String text) {
        return switch (code) {
            case Code.Readable readable -> String.join("\n", TreeText.of(readable.block(), text));
            case Code.Unreadable unreadable -> unreadable.state().code() + " " + problem(unreadable.problem(), text);
        };
    }

    private static String problem(Unread problem, String text) {
        return switch (problem) {
            case Unread.Unparsed unparsed -> around(unparsed.at(), text) + " " + unparsed.message();
            case Unread.BeyondLimit beyond -> around(beyond.at(), text) + " " + beyond.message();
            case Unread.Template template -> around(template.at(), text) + " template " + template.placeholder();
            case Unread.MetaCommand command -> command.command();
        };
    }

    private static String around(Span at, String text) {
        String before = text.substring(Math.max(0, at.start() - AROUND), at.start());
        String within = text.substring(at.start(), at.end());
        return "«" + flat(before) + "▸" + flat(within) + "»";
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
