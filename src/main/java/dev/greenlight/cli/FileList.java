package dev.greenlight.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;

/** Paths that end with a NUL byte each, as {@code git diff -z --name-only} and {@code find -print0} write them. */
final class FileList {
    private static final String STANDARD_INPUT = "-";

    private FileList() {}

    static List<String> read(String list, Terminal terminal) {
        String text = new String(bytes(list, terminal), UTF_8);
        List<String> paths =
                Arrays.stream(text.split("\0")).filter(path -> !path.isEmpty()).toList();
        if (text.endsWith("\n") && !text.contains("\0")) {
            throw new UsageError(ScopeOptions.LIST + " " + list
                    + ": its paths must end with NUL bytes, as those of git diff -z --name-only do");
        }
        return paths;
    }

    private static byte[] bytes(String list, Terminal terminal) {
        try {
            return list.equals(STANDARD_INPUT)
                    ? terminal.in().readAllBytes()
                    : Files.readAllBytes(
                            terminal.environment().workingDirectory().resolve(list));
        } catch (NoSuchFileException e) {
            throw new UsageError(ScopeOptions.LIST + " " + list + ": there is no such file");
        } catch (IOException | InvalidPathException e) {
            throw new UsageError(ScopeOptions.LIST + " " + list + ": cannot be read: " + e);
        }
    }
}
