package dev.greenlight.report;

import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * Writes the model of SARIF as JSON. The model leaves out what equals SARIF's default, but an absent level of a result
 * means that of its rule: a rule that is an error would make an error of each warning. So levels are always written.
 */
final class SarifWriter {
    private SarifWriter() {}

    static void write(SarifSchema210 log, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            mapper().writeValue(json, log);
        }
    }

    private static ObjectMapper mapper() {
        return JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .addMixIn(Result.class, WithLevel.class)
                .addMixIn(ReportingConfiguration.class, WithLevel.class)
                .addMixIn(Notification.class, WithLevel.class)
                .build();
    }

    /** Stands for the classes that have a level. */
    private interface WithLevel {
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Object getLevel();
    }
}
