package dev.greenlight.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.greenlight.source.Position;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.SourceRead.Unreadable;
import dev.greenlight.source.Span;
import dev.greenlight.source.Visibility;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How JSON is written here, the JSON of SARIF too. */
final class Json {
    private Json() {}

    /** Closing it does not close what it writes to. */
    static JsonGenerator generator(Appendable out) throws IOException {
        return new JsonFactory()
                .createGenerator(new ToAppendable(out))
                .setPrettyPrinter(prettyPrinter())
                .setCharacterEscapes(new HiddenCharacters());
    }

    static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    static void unreadable(JsonGenerator json, List<Unreadable> files) throws IOException {
        json.writeArrayFieldStart("unreadable");
        for (Unreadable file : files) {
            json.writeStartObject();
            json.writeStringField("path", file.path());
            json.writeNumberField("line", file.line());
            json.writeStringField("problem", file.problem());
            json.writeStringField("remedy", file.remedy());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Lines and columns from 1; the end is one past the last character. */
    static void place(JsonGenerator json, SourceFile file, Span span) throws IOException {
        Span place = file.written(span);
        Position start = file.written().position(place.start());
        Position end = file.written().position(place.end());
        json.writeNumberField("line", start.line());
        json.writeNumberField("column", start.column());
        json.writeNumberField("endLine", end.line());
        json.writeNumberField("endColumn", end.column());
    }

    /** The same on every platform. */
    private static DefaultPrettyPrinter prettyPrinter() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators =
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        return new DefaultPrettyPrinter(separators).withArrayIndenter(indenter).withObjectIndenter(indenter);
    }

    /**
     * Escapes what a terminal or an editor would obey and a reader not see; to a parser the text is the same. Halves of
     * pairs are escaped too, for one of them may stand alone.
     */
    private static final class HiddenCharacters extends CharacterEscapes {
        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[0x7F] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int codeUnit) {
            return Visibility.isHidden(codeUnit) ? new SerializedString(String.format("\\u%04X", codeUnit)) : null;
        }
    }

    private static final class ToAppendable extends Writer {
        private final Appendable out;

        ToAppendable(Appendable out) {
            this.out = out;
        }

        @Override
        public void write(char[] buffer, int offset, int length) throws IOException {
            out.append(new String(buffer, offset, length));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
