package dev.greenlight.sql;

/** Finds who reads a CREATE statement, by the word that says what is created. */
final class CreateParser {
    private CreateParser() {}

    /**
     * @param ahead how far that word is: OR REPLACE and words on how long the object lives may stand before it
     */
    static Statement parse(Cursor cursor, int ahead) {
        return switch (cursor.peek(ahead).value()) {
            case "schema" -> SchemaParser.create(cursor);
            case "extension" -> ExtensionParser.create(cursor);
            case "type" -> TypeParser.create(cursor);
            case "domain" -> DomainParser.create(cursor);
            case "function", "procedure" -> RoutineParser.create(cursor);
            case "aggregate" -> AggregateParser.create(cursor);
            case "trigger", "constraint" -> TriggerParser.create(cursor);
            case "event" -> EventTriggerParser.create(cursor);
            case "rule" -> RuleParser.create(cursor);
            case "policy" -> PolicyParser.create(cursor);
            case "role", "group" -> RoleParser.create(cursor);
            case "user" -> createUser(cursor);
            default -> other(cursor, ahead);
        };
    }

    private static Statement createUser(Cursor cursor) {
        return cursor.isWordAt(2, "mapping", "for") || cursor.isWordAt(2, "mapping", "if")
                ? ForeignDataParser.createUserMapping(cursor)
                : RoleParser.create(cursor);
    }

    /** What is created more rarely. */
    private static Statement other(Cursor cursor, int ahead) {
        return switch (cursor.peek(ahead).value()) {
            case "access" -> LanguageParser.createAccessMethod(cursor);
            case "cast" -> CastParser.createCast(cursor);
            case "collation" -> CollationParser.create(cursor);
            case "conversion", "default" -> CastParser.createConversion(cursor);
            case "database" -> DatabaseParser.createDatabase(cursor);
            case "foreign" -> ForeignDataParser.createWrapper(cursor);
            case "language", "trusted", "procedural" -> LanguageParser.createLanguage(cursor);
            case "operator" -> OperatorDefinitionParser.create(cursor);
            case "publication" -> PublicationParser.create(cursor);
            case "server" -> ForeignDataParser.createServer(cursor);
            case "statistics" -> StatisticsParser.create(cursor);
            case "subscription" -> SubscriptionParser.create(cursor);
            case "tablespace" -> DatabaseParser.createTablespace(cursor);
            case "text" -> TextSearchParser.create(cursor);
            case "transform" -> CastParser.createTransform(cursor);
            default -> {
                cursor.backTo(cursor.position() + ahead);
                throw cursor.failExpected(cursor.acceptWords("or") ? "REPLACE" : "a kind of object");
            }
        };
    }
}
