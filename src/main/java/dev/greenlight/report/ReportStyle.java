package dev.greenlight.report;

/**
 * What a report depends on beside the review.
 *
 * @param color whether the reader is a terminal that shows colours
 * @param toolVersion Greenlight's own version
 * @param sourceRoot the folder that paths in SARIF are relative to, as a prefix of the working directory's paths: empty,
 *     or {@code services/billing/} when run in that folder of a repository
 */
public record ReportStyle(boolean color, String toolVersion, String sourceRoot) {}
