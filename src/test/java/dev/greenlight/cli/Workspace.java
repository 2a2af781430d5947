package dev.greenlight.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A folder with files, in which Greenlight is run through its one door, in this process. */
final class Workspace {
    private final Path folder;
    private final Map<String, String> variables = new TreeMap<>();
    private boolean terminal;

    Workspace(Path folder) {
        this.folder = folder;
    }

    record Outcome(int code, String out, String err) {}

    Path path(String name) {
        return folder.resolve(name);
    }

    Workspace file(String name, String text) {
        try {
            Files.createDirectories(path(name).getParent());
            Files.writeString(path(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    String read(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Workspace variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Workspace onTerminal() {
        terminal = true;
        return this;
    }

    Outcome run(String... arguments) {
        return run(InputStream.nullInputStream(), arguments);
    }

    Outcome runWith(String input, String... arguments) {
        return run(new ByteArrayInputStream(input.getBytes(UTF_8)), arguments);
    }

    Outcome run(InputStream in, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = run(in, out, err, arguments);
        return new Outcome(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    int run(InputStream in, OutputStream out, OutputStream err, String... arguments) {
        return Main.run(arguments, in, out, err, new Environment(variables, folder, terminal));
    }
}
