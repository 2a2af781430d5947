package dev.greenlight.sql;

import dev.greenlight.sql.AlterTableAction.*;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an action of ALTER TABLE (manual part VI). */
final class AlterTableActionParser {
    private final Cursor cursor;
    private final int start;

    private AlterTableActionParser(Cursor cursor) {
        this.cursor = cursor;
        this.start = cursor.position();
    }

    static AlterTableAction parse(Cursor cursor) {
        return new AlterTableActionParser(cursor).action();
    }

    private AlterTableAction action() {
        return switch (cursor.peek().value()) {
            case "add" -> add();
            case "drop" -> drop();
            case "alter" -> alter();
            case "set" -> set();
            case "reset" -> parameters(true);
            case "validate" -> validate();
            case "enable", "disable" -> new SwitchParser(cursor).action();
            case "force" -> rowSecurity("force", RowSecurity.FORCE);
            case "no" -> no();
            case "inherit" -> inherit(false);
            case "of", "not" -> ofType();
            case "owner" -> owner();
            case "cluster" -> clusterOn();
            case "replica" -> replicaIdentity();
            case "options" -> foreignOptions();
            default -> throw cursor.failExpected("an action of ALTER TABLE");
        };
    }

    private AlterTableAction add() {
        cursor.expectWord("add");
        if (TableConstraintParser.isConstraint(cursor)) {
            Constraint constraint = TableConstraintParser.parse(cursor);
            return new AddConstraint(constraint, cursor.spanFrom(start));
        }
        cursor.acceptWords("column");
        boolean ifNotExists = RelationParser.ifNotExists(cursor);
        ColumnDefinition column = ColumnParser.parse(cursor);
        return new AddColumn(column, ifNotExists, cursor.spanFrom(start));
    }

    private AlterTableAction drop() {
        cursor.expectWord("drop");
        boolean constraint = cursor.acceptWords("constraint");
        if (!constraint) {
            cursor.acceptWords("column");
        }
        boolean ifExists = RelationParser.ifExists(cursor);
        Name name = NameParser.name(cursor);
        DropBehavior behavior = RelationParser.dropBehavior(cursor);
        return constraint
                ? new DropConstraint(name, ifExists, behavior, cursor.spanFrom(start))
                : new DropColumn(name, ifExists, behavior, cursor.spanFrom(start));
    }

    private AlterTableAction alter() {
        return cursor.isWord("alter", "constraint") ? alterConstraint() : AlterColumnParser.parse(cursor);
    }

    private AlterTableAction alterConstraint() {
        cursor.expectWords("alter", "constraint");
        Name constraint = NameParser.name(cursor);
        List<String> attributes = cursor.acceptWords("inherit") ? List.of("inherit") : attributes();
        return new AlterConstraint(constraint, attributes, cursor.spanFrom(start));
    }

    private List<String> attributes() {
        Token at = cursor.peek();
        List<String> attributes = ConstraintAttributesParser.words(cursor);
        if (attributes.contains("not valid")) {
            throw new ParseFailure(at, "constraints cannot be altered to be NOT VALID");
        }
        return attributes;
    }

    private AlterTableAction validate() {
        cursor.expectWords("validate", "constraint");
        Name constraint = NameParser.name(cursor);
        return new ValidateConstraint(constraint, cursor.spanFrom(start));
    }

    private AlterTableAction set() {
        if (cursor.peek(1).is(TokenKind.LEFT_PAREN)) {
            return parameters(false);
        }
        cursor.expectWord("set");
        return switch (cursor.expectAnyWord("without", "logged", "unlogged", "access", "tablespace")) {
            case "without" -> without();
            case "logged" -> new SetLogged(true, cursor.spanFrom(start));
            case "unlogged" -> new SetLogged(false, cursor.spanFrom(start));
            case "access" -> accessMethod();
            default -> tablespace();
        };
    }

    private AlterTableAction without() {
        return cursor.expectAnyWord("cluster", "oids").equals("cluster")
                ? new SetWithoutCluster(cursor.spanFrom(start))
                : new SetWithoutOids(cursor.spanFrom(start));
    }

    private AlterTableAction accessMethod() {
        cursor.expectWord("method");
        Name method = cursor.acceptWords("default") ? null : NameParser.name(cursor);
        return new SetAccessMethod(method, cursor.spanFrom(start));
    }

    private AlterTableAction tablespace() {
        Name tablespace = NameParser.name(cursor);
        return new SetTablespace(tablespace, cursor.spanFrom(start));
    }

    private AlterTableAction parameters(boolean reset) {
        cursor.expectWord(reset ? "reset" : "set");
        List<Setting> parameters = SettingParser.parenthesized(cursor);
        return new SetParameters(parameters, reset, cursor.spanFrom(start));
    }

    private AlterTableAction rowSecurity(String word, RowSecurity state) {
        cursor.expectWord(word);
        cursor.expectWords("row", "level", "security");
        return new SwitchRowSecurity(state, cursor.spanFrom(start));
    }

    private AlterTableAction no() {
        cursor.expectWord("no");
        return cursor.isWord("force") ? rowSecurity("force", RowSecurity.NO_FORCE) : inherit(true);
    }

    private AlterTableAction inherit(boolean remove) {
        cursor.expectWord("inherit");
        ObjectName parent = NameParser.objectName(cursor);
        return new Inherit(parent, remove, cursor.spanFrom(start));
    }

    private AlterTableAction ofType() {
        boolean not = cursor.acceptWords("not");
        cursor.expectWord("of");
        ObjectName type = not ? null : NameParser.anyName(cursor);
        return new OfType(type, cursor.spanFrom(start));
    }

    private AlterTableAction owner() {
        cursor.expectWords("owner", "to");
        Name role = NameParser.role(cursor);
        return new OwnerTo(role, cursor.spanFrom(start));
    }

    private AlterTableAction clusterOn() {
        cursor.expectWords("cluster", "on");
        Name index = NameParser.name(cursor);
        return new ClusterOn(index, cursor.spanFrom(start));
    }

    private AlterTableAction replicaIdentity() {
        cursor.expectWords("replica", "identity");
        String mode = cursor.expectAnyWord("nothing", "full", "default", "using");
        @Nullable Name index = null;
        if (mode.equals("using")) {
            cursor.expectWord("index");
            index = NameParser.name(cursor);
        }
        return new ReplicaIdentity(index == null ? mode : "using index", index, cursor.spanFrom(start));
    }

    private AlterTableAction foreignOptions() {
        cursor.expectWord("options");
        SettingParser.foreignOptionChanges(cursor);
        return new SetForeignOptions(null, cursor.spanFrom(start));
    }
}
