package dev.greenlight.lint.baseline;

import dev.greenlight.source.Visibility;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;

/** Writes a baseline as JSON: one entry a line, sorted, so that two branches that change it seldom meet. */
public final class BaselineWriter {
    private final Appendable out;

    private BaselineWriter(Appendable out) {
        this.out = out;
    }

    public static void write(Baseline baseline, Appendable out) throws IOException {
        new BaselineWriter(out).write(baseline);
    }

    private void write(Baseline baseline) throws IOException {
        out.append("{\n  \"version\": ").append(Integer.toString(BaselineReader.VERSION));
        out.append(",\n  \"findings\": [");
        Iterator<Map.Entry<BaselineEntry, Integer>> entries =
                baseline.counts().entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<BaselineEntry, Integer> entry = entries.next();
            out.append("\n    ");
            write(entry.getKey(), entry.getValue());
            out.append(entries.hasNext() ? "," : "\n  ");
        }
        out.append("]\n}\n");
    }

    private void write(BaselineEntry entry, int count) throws IOException {
        out.append("{\"path\": ");
        string(entry.path());
        out.append(", \"rule\": ");
        string(entry.rule());
        out.append(", \"statement\": ");
        string(entry.content());
        out.append(", \"count\": ").append(Integer.toString(count)).append('}');
    }

    private void string(String text) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Visibility.isHidden(c)) {
                out.append(String.format("\\u%04X", (int) c));
            } else {
                out.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        out.append('"');
    }
}
