package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;

/** Statements about text search objects (manual 12). */
public sealed interface TextSearchStatement extends Statement {
    ObjectName name();

    record CreateConfiguration(ObjectName name, List<Setting> options, Span span) implements TextSearchStatement {
        public CreateConfiguration {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "CREATE TEXT SEARCH CONFIGURATION";
        }
    }

    record CreateDictionary(ObjectName name, List<Setting> options, Span span) implements TextSearchStatement {
        public CreateDictionary {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "CREATE TEXT SEARCH DICTIONARY";
        }
    }

    record CreateParser(ObjectName name, List<Setting> options, Span span) implements TextSearchStatement {
        public CreateParser {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "CREATE TEXT SEARCH PARSER";
        }
    }

    record CreateTemplate(ObjectName name, List<Setting> options, Span span) implements TextSearchStatement {
        public CreateTemplate {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "CREATE TEXT SEARCH TEMPLATE";
        }
    }

    record AlterConfiguration(ObjectName name, MappingAction action, Span span) implements TextSearchStatement {
        @Override
        public String kind() {
            return "ALTER TEXT SEARCH CONFIGURATION";
        }
    }

    /** What an ALTER TEXT SEARCH CONFIGURATION does: to which dictionaries it hands tokens of which types. */
    sealed interface MappingAction {
        record Add(List<Name> tokenTypes, List<ObjectName> dictionaries) implements MappingAction {
            public Add {
                tokenTypes = List.copyOf(tokenTypes);
                dictionaries = List.copyOf(dictionaries);
            }
        }

        /** {@code ALTER MAPPING … WITH}; {@code tokenTypes} is empty where FOR is missing. */
        record Change(List<Name> tokenTypes, List<ObjectName> dictionaries) implements MappingAction {
            public Change {
                tokenTypes = List.copyOf(tokenTypes);
                dictionaries = List.copyOf(dictionaries);
            }
        }

        /** {@code ALTER MAPPING … REPLACE}; {@code tokenTypes} is empty for all. */
        record Replace(List<Name> tokenTypes, ObjectName dictionary, ObjectName replacement) implements MappingAction {
            public Replace {
                tokenTypes = List.copyOf(tokenTypes);
            }
        }

        record Drop(boolean ifExists, List<Name> tokenTypes) implements MappingAction {
            public Drop {
                tokenTypes = List.copyOf(tokenTypes);
            }
        }
    }

    record AlterDictionary(ObjectName name, List<Setting> options, Span span) implements TextSearchStatement {
        public AlterDictionary {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "ALTER TEXT SEARCH DICTIONARY";
        }
    }
}
