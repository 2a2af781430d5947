package dev.greenlight.sql.plpgsql;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TreeText;
import dev.greenlight.sql.TypeName;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for nodes of a body's tree that are not where they say: a node covers whole tokens within the node that holds
 * it, statements follow one another, and names and expressions are the text that stands there.
 */
final class CodePlaces {
    private final Body body;
    private final Set<Integer> starts;
    private final Set<Integer> ends;
    private final List<String> complaints = new ArrayList<>();

    private CodePlaces(Body body) {
        this.body = body;
        this.starts = body.tokens().stream().map(Token::start).collect(Collectors.toSet());
        this.ends = body.tokens().stream().map(Token::end).collect(Collectors.toSet());
    }

    static List<String> complaints(Body body, CodeStatement.Block block) {
        CodePlaces places = new CodePlaces(body);
        places.visit(block, new Span(0, body.text().length()));
        return places.complaints;
    }

    private void visit(@Nullable Object node, Span within) {
        switch (node) {
            case List<?> list -> {
                list.forEach(element -> visit(element, within));
                follow(list);
            }
            case Name name -> check(written(name.span()).equalsIgnoreCase(name.value()), name.span(), name.value());
            case Expression expression -> {
                covers(expression.span(), within);
                says(expression.tokens(), expression.span());
            }
            case Query query -> covers(query.span(), within);
            case TypeName type -> covers(type.span(), within);
            case Token token -> covers(token.span(), within);
            case Record parent -> record(parent, within);
            case null, default -> {}
        }
    }

    private void record(Record parent, Span within) {
        Span own = span(parent, within);
        covers(own, within);
        for (RecordComponent component : parent.getClass().getRecordComponents()) {
            visit(TreeText.value(component, parent), own);
        }
    }

    private static Span span(Record node, Span otherwise) {
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            if (TreeText.value(component, node) instanceof Span span) {
                return span;
            }
        }
        return otherwise;
    }

    private void covers(Span span, Span within) {
        check(within.contains(span), span, "outside of what holds it");
        boolean whole = starts.contains(span.start()) && ends.contains(span.end());
        check(whole || span.length() == body.text().length(), span, "no whole tokens");
    }

    private void says(List<Token> tokens, Span span) {
        List<Token> under = body.tokens().stream()
                .filter(token -> span.contains(token.span()))
                .toList();
        check(under.equals(tokens), span, "other tokens");
    }

    private void follow(List<?> list) {
        int end = 0;
        for (Object element : list) {
            if (element instanceof CodeStatement || element instanceof Declaration) {
                Span span = span((Record) element, new Span(0, 0));
                check(span.start() >= end, span, "overlaps what stands before it");
                end = span.end();
            }
        }
    }

    /** Without quotes. */
    private String written(Span span) {
        return body.text().substring(span.start(), span.end()).replace("\"", "");
    }

    private void check(boolean holds, Span span, String complaint) {
        if (!holds) {
            complaints.add(complaint + ": " + written(span));
        }
    }
}
