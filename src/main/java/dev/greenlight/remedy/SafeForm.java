package dev.greenlight.remedy;

/**
 * A way to write a statement so that it does no harm.
 *
 * @param advice one sentence
 * @param sql the statements to write instead; empty where words must do
 */
public record SafeForm(String advice, String sql) {}
