package dev.greenlight.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.greenlight.effect.Effect;
import dev.greenlight.effect.RelationLock;
import dev.greenlight.effect.RelationWork;
import dev.greenlight.lint.LockHold;
import dev.greenlight.lint.MigrationReview;
import dev.greenlight.lint.StatementReview;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Section;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.SqlError;
import dev.greenlight.replay.Step;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A migration and its statements as JSON. */
final class JsonMigration {
    private final JsonGenerator json;

    JsonMigration(JsonGenerator json) {
        this.json = json;
    }

    void write(MigrationReview review) throws IOException {
        Migration migration = review.migration();
        json.writeStartObject();
        json.writeStringField("folder", migration.folder());
        json.writeStringField("path", migration.path());
        json.writeStringField("version", migration.version());
        json.writeStringField("description", migration.description());
        json.writeStringField("direction", id(migration.direction()));
        json.writeStringField("transaction", id(migration.transaction()));
        json.writeStringField("checksum", migration.file().checksum());
        Json.strings(json, "creates", review.creates());
        Json.strings(json, "references", review.references());
        Json.strings(json, "dependencies", review.dependencies());
        json.writeStringField("signal", review.signal().id());
        units(migration);
        json.writeArrayFieldStart("statements");
        for (StatementReview statement : review.statements()) {
            statement(statement);
        }
        json.writeEndArray();
        holds(review);
        json.writeEndObject();
    }

    /** Statements as numbers from 0, of this migration; one of an earlier one is said by its place. */
    private void holds(MigrationReview review) throws IOException {
        json.writeArrayFieldStart("heldLocks");
        for (LockHold hold : review.holds()) {
            json.writeStartObject();
            json.writeStringField("relation", hold.lock().relation().name().toString());
            json.writeStringField("mode", hold.lock().mode().words());
            json.writeStringField("blocks", hold.blocks().id());
            if (!hold.since().file().path().equals(review.migration().path())) {
                json.writeObjectFieldStart("since");
                json.writeStringField("path", hold.since().file().path());
                Json.place(json, hold.since().file(), hold.since().statement().span());
                json.writeEndObject();
            }
            json.writeNumberField("firstStatement", hold.first());
            json.writeNumberField("lastStatement", hold.last());
            json.writeBooleanField("beyond", hold.beyond());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void units(Migration migration) throws IOException {
        List<String> ids = migration.sections().stream()
                .map(Section::id)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!ids.isEmpty()) {
            Json.strings(json, "units", ids);
        }
    }

    private void statement(StatementReview review) throws IOException {
        json.writeStartObject();
        Json.place(json, review.step().file(), review.step().statement().span());
        json.writeStringField("kind", review.step().statement().kind());
        json.writeStringField("signal", review.signal().id());
        Json.strings(json, "reasons", review.reasons());
        if (review.step().outcome() instanceof Outcome.Opaque opaque) {
            json.writeStringField("notFollowed", opaque.reason());
        }
        if (!review.step().inner().isEmpty()) {
            runs(review.step().inner());
        }
        effect(review.effect());
        if (review.step().error().isPresent()) {
            error(review.step().error().get());
        }
        json.writeEndObject();
    }

    /** What the code has run that the statement runs. */
    private void runs(List<Step> inner) throws IOException {
        json.writeArrayFieldStart("runs");
        for (Step step : inner) {
            json.writeStartObject();
            Json.place(json, step.file(), step.statement().span());
            json.writeStringField("kind", step.statement().kind());
            if (step.caller() != null) {
                json.writeStringField("routine", step.caller().name());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void effect(Effect effect) throws IOException {
        json.writeArrayFieldStart("locks");
        for (RelationLock lock : effect.locks()) {
            json.writeStartObject();
            json.writeStringField("relation", lock.relation().name().toString());
            json.writeStringField("mode", lock.mode().words());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("work", effect.work().id());
        works(effect.works());
        json.writeStringField("blocks", effect.blocks().id());
        json.writeStringField("duration", effect.duration().id());
        if (effect.estimate() != null) {
            json.writeObjectFieldStart("estimate");
            json.writeNumberField("seconds", effect.estimate().time().toMillis() / 1000.0);
            json.writeNumberField("rows", effect.estimate().rows());
            json.writeEndObject();
        }
        json.writeStringField("reversible", effect.reversibility().id());
        json.writeStringField("runningCode", effect.runningCode().id());
        json.writeBooleanField("inTransaction", effect.inTransaction());
    }

    private void works(List<RelationWork> works) throws IOException {
        json.writeArrayFieldStart("works");
        for (RelationWork work : works) {
            json.writeStartObject();
            json.writeStringField("relation", work.relation().name().toString());
            json.writeStringField("work", work.work().id());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void error(SqlError error) throws IOException {
        json.writeObjectFieldStart("error");
        json.writeStringField("sqlstate", error.state().code());
        json.writeStringField("message", error.message());
        json.writeEndObject();
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
