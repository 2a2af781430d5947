package dev.greenlight.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output, which may fail, most often because its reader has seen enough. Nothing is thrown then: what is
 * written is dropped, so that the run goes on to its other outputs and its exit code.
 */
final class StandardOutput extends Writer {
    private final Writer target;
    private @Nullable IOException failure;

    StandardOutput(Writer target) {
        this.target = target;
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
        attempt(() -> target.write(buffer, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) {
        attempt(() -> target.write(text, offset, length));
    }

    @Override
    public void flush() {
        attempt(target::flush);
    }

    @Override
    public void close() {
        flush();
    }

    /** What went wrong, unless it was the reader who closed it. */
    Optional<String> problem() {
        return Optional.ofNullable(failure)
                .map(IOException::getMessage)
                .filter(message -> !message.toLowerCase(Locale.ROOT).contains("pipe"));
    }

    private void attempt(Action action) {
        if (failure == null) {
            try {
                action.run();
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    private interface Action {
        void run() throws IOException;
    }
}
