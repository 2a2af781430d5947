package dev.greenlight.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The program {@code git}, run in one folder so that it answers the same whoever runs it: without a pager, questions,
 * other languages and locks that would get in the way of the user's own commands. The variables that git sets for hooks
 * stay: {@code GIT_INDEX_FILE} names the index that a commit is made from (githooks(5), "DESCRIPTION").
 */
final class GitProgram {
    private final Path folder;
    private final Map<String, String> variables;

    /** @param variables what the program finds in its environment, beside what is said here */
    GitProgram(Path folder, Map<String, String> variables) {
        this.folder = folder;
        this.variables = new TreeMap<>(variables);
        this.variables.put("GIT_OPTIONAL_LOCKS", "0");
        this.variables.put("GIT_TERMINAL_PROMPT", "0");
        this.variables.put("LC_ALL", "C");
    }

    /** What a run left behind: its exit code and, as bytes and as text, what it wrote. */
    record Output(int code, byte[] bytes, String errors) {
        boolean succeeded() {
            return code == 0;
        }

        String line() {
            return new String(bytes, UTF_8).strip();
        }

        /** The parts that NUL bytes end. A name that is no UTF-8 has replacement characters, as one on a disk has. */
        List<String> parts() {
            List<String> parts = new ArrayList<>();
            int start = 0;
            for (int end = 0; end < bytes.length; end++) {
                if (bytes[end] == 0) {
                    parts.add(new String(bytes, start, end - start, UTF_8));
                    start = end + 1;
                }
            }
            return parts;
        }
    }

    /** Runs to its end. */
    Output run(String... arguments) {
        return start(arguments).await();
    }

    /** Runs to its end, and must succeed. */
    Output answer(String... arguments) {
        return start(arguments).answer();
    }

    /** Runs while others do; what it writes must be taken with {@link Running#await}. */
    Running start(String... arguments) {
        Process process = process(ProcessBuilder.Redirect.PIPE, arguments);
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already, which its exit code tells.
        }
        return new Running(process);
    }

    /** A process to talk with. What it complains of goes nowhere. */
    Process talk(String... arguments) {
        return process(ProcessBuilder.Redirect.DISCARD, arguments);
    }

    private Process process(ProcessBuilder.Redirect errors, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "--no-pager"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors);
        builder.environment().clear();
        builder.environment().putAll(variables);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new GitError("git could not be run, which says what changed: install it, and have it on the PATH");
        }
    }

    /** A run that has begun. */
    static final class Running {
        private final Process process;
        private final Thread reader;
        private byte @Nullable [] errors;

        private Running(Process process) {
            this.process = process;
            this.reader = new Thread(() -> errors = read(process.getErrorStream()), "git's complaints");
            reader.setDaemon(true);
            reader.start();
        }

        Output await() {
            byte[] output = read(process.getInputStream());
            try {
                reader.join();
                int code = process.waitFor();
                return new Output(code, output, errors == null ? "" : new String(errors, UTF_8));
            } catch (InterruptedException e) {
                process.destroy();
                Thread.currentThread().interrupt();
                throw new GitError("git was interrupted");
            }
        }

        Output answer() {
            Output output = await();
            if (!output.succeeded()) {
                throw new GitError(Complaints.line(output.errors()));
            }
            return output;
        }

        private static byte[] read(InputStream stream) {
            try (stream) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
