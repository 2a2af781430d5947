package dev.greenlight.sql;

import dev.greenlight.source.Span;

/**
 * An SQL statement as read, before anything is resolved: one record for each kind, grouped by the kind of object that
 * it is about. Who asks a question of all kinds switches over this type without {@code default}.
 */
public sealed interface Statement
        permits TableStatement,
                IndexStatement,
                ViewStatement,
                SequenceStatement,
                TypeStatement,
                SchemaStatement,
                RoutineStatement,
                TriggerStatement,
                StatisticsStatement,
                OperatorStatement,
                CastStatement,
                CollationStatement,
                TextSearchStatement,
                LanguageStatement,
                ForeignDataStatement,
                ReplicationStatement,
                DatabaseStatement,
                ObjectStatement,
                PrivilegeStatement,
                TransactionStatement,
                SessionStatement,
                DataStatement,
                MaintenanceStatement,
                Unread {
    /** From the first token to the last one, without the semicolon. */
    Span span();

    /** What it is, as PostgreSQL's command tag says, such as {@code CREATE TABLE}. */
    String kind();
}
