package dev.greenlight.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program to run with exactly the given environment, in a working directory, without standard input. */
record Command(Path directory, Map<String, String> environment, List<String> words) {

    private static final long TIMEOUT_SECONDS = 120;

    /** What a finished program left behind. */
    record Outcome(int exitCode, String output, String errors) {}

    Outcome run() {
        return start().await();
    }

    Running start() {
        try {
            Path output = Files.createTempFile("output", ".txt");
            Path errors = Files.createTempFile("errors", ".txt");
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            return new Running(process, output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program that was started and has yet to end. */
    record Running(Process process, Path output, Path errors) {

        Outcome await() {
            try {
                if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("still running after " + TIMEOUT_SECONDS + " s");
                }
                Outcome outcome = new Outcome(process.exitValue(), Files.readString(output), Files.readString(errors));
                Files.delete(output);
                Files.delete(errors);
                return outcome;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
