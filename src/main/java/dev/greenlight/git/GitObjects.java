package dev.greenlight.git;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.greenlight.source.Decoding;
import dev.greenlight.source.Problem;
import dev.greenlight.source.SourceRead;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a repository's blobs hold, asked one after another of one {@code git cat-file --batch} (git-cat-file(1), "BATCH
 * OUTPUT"). It is started when the first is wanted.
 */
final class GitObjects implements AutoCloseable {
    private final GitProgram git;
    private @Nullable Process process;
    private @Nullable InputStream answers;

    GitObjects(GitProgram git) {
        this.git = git;
    }

    /** @param path what the blob is called in what is reported */
    synchronized SourceRead read(String id, String path) {
        try {
            long size = ask(id);
            if (size < 0) {
                return Problem.failed(path, "git does not have the object " + id);
            }
            return size > Decoding.LIMIT ? skipped(path, size) : Decoding.decode(path, bytes((int) size));
        } catch (IOException e) {
            close();
            return Problem.failed(path, "git cat-file ended: " + e.getMessage());
        }
    }

    /** Gives the object's size, or -1 if there is none. */
    private long ask(String id) throws IOException {
        Process running = running();
        OutputStream questions = running.getOutputStream();
        questions.write((id + "\n").getBytes(US_ASCII));
        questions.flush();
        String[] header = header().split(" ");
        return header.length == 3 ? Long.parseLong(header[2]) : -1;
    }

    private Process running() {
        Process running = process;
        if (running == null) {
            running = git.talk("cat-file", "--batch");
            process = running;
            answers = new BufferedInputStream(running.getInputStream(), 1 << 16);
        }
        return running;
    }

    private InputStream answers() throws IOException {
        InputStream open = answers;
        if (open == null) {
            throw new EOFException("it is closed");
        }
        return open;
    }

    private String header() throws IOException {
        StringBuilder header = new StringBuilder();
        for (int next = answers().read(); next != '\n'; next = answers().read()) {
            if (next < 0) {
                throw new EOFException("it does not answer");
            }
            header.append((char) next);
        }
        return header.toString();
    }

    /** A line end follows. */
    private byte[] bytes(int size) throws IOException {
        byte[] bytes = answers().readNBytes(size);
        answers().skipNBytes(1);
        return bytes;
    }

    private SourceRead skipped(String path, long size) throws IOException {
        answers().skipNBytes(size + 1);
        return Problem.tooLarge(path);
    }

    @Override
    public synchronized void close() {
        Process running = process;
        process = null;
        answers = null;
        if (running != null) {
            running.destroy();
        }
    }
}
