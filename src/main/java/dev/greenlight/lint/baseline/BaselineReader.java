package dev.greenlight.lint.baseline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.SourceRead.Unreadable;
import java.io.IOException;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a baseline as a stream. Fields that are not known are passed over; another version is not. What stands in it
 * twice, as it does when two branches wrote the same, counts as the larger of the two.
 */
public final class BaselineReader {
    static final int VERSION = 1;

    private static final String WRITE_ANEW = "write it anew with greenlight baseline";

    private final JsonParser json;
    private final NavigableMap<BaselineEntry, Integer> counts = new TreeMap<>();
    private boolean versioned;

    private BaselineReader(JsonParser json) {
        this.json = json;
    }

    /** {@code folder} is the one that the file is in. */
    public static BaselineRead read(SourceFile file, BaselineFolder folder) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser json = factory.createParser(file.text())) {
            BaselineReader reader = new BaselineReader(json);
            reader.read();
            return new BaselineRead.Known(new Baseline(file.path(), folder, reader.counts));
        } catch (Mistake e) {
            return broken(file, e.line, String.valueOf(e.getMessage()), e.remedy);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            return broken(file, line, "it is not JSON: " + firstLine(e.getOriginalMessage()), WRITE_ANEW);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be read", e);
        }
    }

    private static BaselineRead broken(SourceFile file, int line, String problem, String remedy) {
        return new BaselineRead.Broken(new Unreadable(file.path(), line, problem, remedy));
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }

    private void read() throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT, "it is no object");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            switch (field) {
                case "version" -> version(value);
                case "findings" -> findings(value);
                default -> json.skipChildren();
            }
        }
        require(json.nextToken() == null, "something follows the object");
        require(versioned, "it has no version");
    }

    private void version(JsonToken value) throws IOException {
        require(value == JsonToken.VALUE_NUMBER_INT, "its version is no number");
        String version = json.getText();
        if (!version.equals(Integer.toString(VERSION))) {
            throw new Mistake(
                    line(),
                    "it has version " + version + ", and known is " + VERSION,
                    "use a newer Greenlight, or " + WRITE_ANEW);
        }
        versioned = true;
    }

    private void findings(JsonToken value) throws IOException {
        require(value == JsonToken.START_ARRAY, "its findings are no array");
        require(versioned, "its version does not come first");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json.currentToken() == JsonToken.START_OBJECT, "a finding is no object");
            finding();
        }
    }

    private void finding() throws IOException {
        int line = line();
        String path = null;
        String rule = null;
        String content = null;
        int count = 0;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            switch (field) {
                case "path" -> path = string(field, value);
                case "rule" -> rule = string(field, value);
                case "statement" -> content = string(field, value);
                case "count" -> count = count(value);
                default -> json.skipChildren();
            }
        }
        if (path == null || rule == null || content == null || count == 0) {
            throw new Mistake(line, "a finding lacks one of path, rule, statement and count", WRITE_ANEW);
        }
        counts.merge(new BaselineEntry(path, rule, content), count, Math::max);
    }

    private String string(String field, JsonToken value) throws IOException {
        require(value == JsonToken.VALUE_STRING, field + " is no text");
        return json.getText();
    }

    private int count(JsonToken value) throws IOException {
        boolean small = value == JsonToken.VALUE_NUMBER_INT && json.getNumberType() == JsonParser.NumberType.INT;
        require(small && json.getIntValue() > 0, "count is no number from 1");
        return json.getIntValue();
    }

    private void require(boolean condition, String problem) throws Mistake {
        if (!condition) {
            throw new Mistake(line(), problem, WRITE_ANEW);
        }
    }

    private int line() {
        return Math.max(1, json.currentTokenLocation().getLineNr());
    }

    /** Stops the reading; it leaves this class as data. */
    private static final class Mistake extends IOException {
        private static final long serialVersionUID = 1;

        private final int line;
        private final String remedy;

        Mistake(int line, String problem, String remedy) {
            super(problem);
            this.line = line;
            this.remedy = remedy;
        }
    }
}
