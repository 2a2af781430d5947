package dev.greenlight.sql.plpgsql;

import dev.greenlight.sql.Unread;
import dev.greenlight.sql.plpgsql.Compiler.Rejection;
import java.util.List;

/** What the parser and a real server say of one body. */
record BodyVerdicts(Body body, Code read, List<Rejection> rejections) {
    enum Outcome {
        ACCEPTED,
        REJECTED_AT_ONE_PLACE,
        REJECTED_AT_TWO_PLACES,
        /** The server accepts what the parser does not read. */
        LOST,
        /** The parser reads what the server rejects. */
        FALSELY_ACCEPTED,
        /** The server stops at something that only its catalog knows. */
        UNDECIDED;

        boolean agrees() {
            return this != LOST && this != FALSELY_ACCEPTED;
        }
    }

    static BodyVerdicts of(Body body, Compiler compiler) {
        return new BodyVerdicts(body, body.read(), compiler.compile(body));
    }

    Outcome outcome() {
        return switch (read) {
            case Code.Readable ignored -> rejections.isEmpty() ? Outcome.ACCEPTED : decided(Outcome.FALSELY_ACCEPTED);
            case Code.Unreadable unreadable -> rejections.isEmpty() ? Outcome.LOST : outcome(unreadable);
        };
    }

    private Outcome outcome(Code.Unreadable unreadable) {
        return rejections.stream().anyMatch(rejection -> isSame(unreadable, rejection))
                ? Outcome.REJECTED_AT_ONE_PLACE
                : decided(Outcome.REJECTED_AT_TWO_PLACES);
    }

    private Outcome decided(Outcome outcome) {
        return rejections.stream().allMatch(Rejection::isOfCode) ? outcome : Outcome.UNDECIDED;
    }

    private static boolean isSame(Code.Unreadable read, Rejection rejection) {
        return read.state().code().equals(rejection.sqlState())
                && (rejection.offset() < 0 || place(read) == rejection.offset());
    }

    static int place(Code.Unreadable read) {
        return read.problem() instanceof Unread.Unparsed unparsed
                ? unparsed.at().start()
                : -1;
    }

    /** Both verdicts, and what stands at the places, on one line. */
    String describe() {
        String ours = switch (read) {
            case Code.Readable ignored -> "read";
            case Code.Unreadable unreadable ->
                unreadable.state().code() + " " + around(place(unreadable)) + " " + unreadable.problem();
        };
        String theirs = rejections.stream()
                .reduce((first, last) -> last)
                .map(found -> found.sqlState() + " " + around(found.offset()) + " " + found.message())
                .orElse("accepted");
        return outcome() + " " + body.file() + "\n    parser: " + ours + "\n    server: " + theirs;
    }

    private String around(int place) {
        String text = body.text();
        return place < 0
                ? ""
                : "«" + text.substring(Math.max(0, place - 40), place).replaceAll("\\s+", " ") + "▸"
                        + text.substring(place, Math.min(text.length(), place + 30))
                                .replaceAll("\\s+", " ") + "»";
    }
}
