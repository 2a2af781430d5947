package dev.greenlight.cli;

import dev.greenlight.source.SourceRead.Unreadable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The streams of a run, in UTF-8 whatever the locale, and what is around them. */
final class Terminal {
    private final InputStream in;
    private final StandardOutput out;
    private final Writer err;
    private final Environment environment;

    Terminal(InputStream in, OutputStream out, OutputStream err, Environment environment) {
        this.in = in;
        this.out = new StandardOutput(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        this.err = new OutputStreamWriter(err, StandardCharsets.UTF_8);
        this.environment = environment;
    }

    InputStream in() {
        return in;
    }

    StandardOutput out() {
        return out;
    }

    Environment environment() {
        return environment;
    }

    void print(String text) {
        out.write(text, 0, text.length());
    }

    /** What could be written to a file too. Of what standard output does nothing gets here. */
    void print(ReportFile.Content content) {
        try {
            content.write(out);
        } catch (IOException e) {
            throw new IllegalStateException("standard output keeps its failures to itself", e);
        }
    }

    /** One line to standard error. It may quote what the user gave, which may be a file's name. */
    void complain(String message) {
        printError("greenlight: " + message.replaceAll("\\p{Cntrl}", "?") + "\n");
    }

    /** A line for each file that could not be read. */
    void complain(List<Unreadable> files) {
        files.forEach(file -> complain(file.path() + ":" + file.line() + ": " + file.problem() + "; " + file.remedy()));
    }

    /** Text to standard error. */
    void printError(String text) {
        try {
            err.write(text);
            err.flush();
        } catch (IOException e) {
            // There is nowhere left to say so.
        }
    }
}
