package dev.greenlight.lint;

/**
 * The review in numbers.
 *
 * @param migrations of every direction, as are the four that follow
 * @param opaque read, but what they do cannot be known
 * @param green of statements that go up; so are yellow and red
 * @param open whether any history is open
 */
public record Summary(
        int migrations,
        int statements,
        int understood,
        int opaque,
        int unparsed,
        int green,
        int yellow,
        int red,
        Verdict verdict,
        boolean open,
        Bodies bodies) {
    /**
     * The bodies of the functions and procedures that are made, which count apart from the statements that make them.
     *
     * @param followed it is known what they do
     * @param decidedByCall it is known where they are called with constants
     * @param dynamic what they do is known only when they run
     */
    public record Bodies(int followed, int decidedByCall, int dynamic) {}
}
