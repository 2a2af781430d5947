package dev.greenlight.sql.query;

import dev.greenlight.sql.query.Part.Kind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserTreeConstants;
import net.sf.jsqlparser.parser.Node;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableFunction;
import org.jspecify.annotations.Nullable;

/**
 * Has JSqlParser read a query's structure. It is the only class that names JSqlParser's, so that they are loaded for
 * no other query; that costs more than all else in a short run.
 */
final class StructureParser {
    /** Enough for ten thousand rows with a sub-select each, and parsed in a second or two. */
    private static final int MAX_PIECES = 300_000;

    private final Skeleton skeleton;
    private final Map<Expression, Kind> bareNames = new IdentityHashMap<>();

    private StructureParser(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    /** The query's parts, or nothing where JSqlParser does not understand it. */
    static Optional<List<Part>> parse(Skeleton skeleton) {
        if (skeleton.size() > MAX_PIECES) {
            return Optional.empty();
        }
        CCJSqlParser parser = new CCJSqlParser(new StringProvider(skeleton.text()));
        try {
            parser.Statement();
            return Optional.of(new StructureParser(skeleton).parts(parser.getASTRoot()));
        } catch (ParseException | TokenMgrException | StackOverflowError failure) {
            return Optional.empty();
        }
    }

    private List<Part> parts(Node node) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < node.jjtGetNumChildren(); i++) {
            add(node.jjtGetChild(i), parts);
        }
        return parts;
    }

    private void add(Node node, List<Part> parts) {
        Object value = node.jjtGetValue();
        if (value instanceof PlainSelect select) {
            note(select);
        } else if (value instanceof SetOperationList operations) {
            noteOrder(operations.getOrderByElements(), Kind.RESULT_COLUMN);
        }
        Kind kind = kind(node.getId(), value);
        if (kind == null) {
            parts.addAll(parts(node));
        } else {
            parts.add(part(kind, node));
        }
    }

    private Part part(Kind kind, Node node) {
        int first = skeleton.tokenAt(node.jjtGetFirstToken().absoluteBegin - 1);
        int last = skeleton.tokenAt(node.jjtGetLastToken().absoluteBegin - 1);
        return new Part(kind, first, last, kind.isName() ? List.of() : parts(node));
    }

    private @Nullable Kind kind(int id, @Nullable Object value) {
        return switch (id) {
            case CCJSqlParserTreeConstants.JJTSELECT,
                    CCJSqlParserTreeConstants.JJTPARENTHESEDSELECT,
                    CCJSqlParserTreeConstants.JJTLATERALSUBSELECT -> Kind.QUERY;
            case CCJSqlParserTreeConstants.JJTPLAINSELECT -> Kind.SELECT;
            case CCJSqlParserTreeConstants.JJTWITHITEM -> Kind.COMMON_TABLE;
            case CCJSqlParserTreeConstants.JJTFROMITEM -> fromItem(value);
            case CCJSqlParserTreeConstants.JJTJOINEREXPRESSION -> join(value);
            default -> column(value);
        };
    }

    private static Kind fromItem(@Nullable Object value) {
        if (value instanceof Table) {
            return Kind.RELATION;
        } else if (value instanceof TableFunction) {
            return Kind.FUNCTION;
        } else if (value instanceof LateralSubSelect) {
            return Kind.LATERAL_SUBQUERY;
        } else if (value instanceof ParenthesedSelect) {
            return Kind.SUBQUERY;
        }
        return value instanceof ParenthesedFromItem ? Kind.JOINED : Kind.FOREIGN;
    }

    private static Kind join(@Nullable Object value) {
        if (!(value instanceof Join join)) {
            return Kind.FOREIGN;
        }
        return join.isSimple() ? Kind.COMMA : join.isNatural() ? Kind.NATURAL_JOIN : Kind.JOIN;
    }

    private @Nullable Kind column(@Nullable Object value) {
        if (value instanceof Column column) {
            return bareNames.getOrDefault(column, Kind.COLUMN);
        }
        return value instanceof AllColumns ? Kind.COLUMN : null;
    }

    private void note(PlainSelect select) {
        noteOrder(select.getOrderByElements(), Kind.SORT_COLUMN);
        GroupByElement group = select.getGroupBy();
        if (group != null && group.getGroupByExpressionList() != null) {
            group.getGroupByExpressionList().forEach(this::noteGroup);
        }
        if (group != null && group.getGroupingSets() != null) {
            group.getGroupingSets().forEach(this::noteGroup);
        }
    }

    /** Also the columns within ROLLUP, CUBE and GROUPING SETS (manual 7.2.4), which look like functions here. */
    private void noteGroup(Object expression) {
        switch (expression) {
            case Column column -> bareNames.put(column, Kind.GROUP_COLUMN);
            case ExpressionList<?> list -> list.forEach(this::noteGroup);
            case Function function
            when function.getParameters() != null -> function.getParameters().forEach(this::noteGroup);
            default -> {}
        }
    }

    private void noteOrder(@Nullable List<OrderByElement> elements, Kind kind) {
        if (elements != null) {
            elements.forEach(element -> bareNames.put(element.getExpression(), kind));
        }
    }
}
