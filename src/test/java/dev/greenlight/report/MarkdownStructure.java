package dev.greenlight.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What a reader of Markdown makes of a document, without its words: headings, tables, links, the tags of HTML. */
final class MarkdownStructure {
    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            AutolinkExtension.builder()
                    .linkTypes(AutolinkType.URL, AutolinkType.WWW)
                    .build());
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>|<!--|-->");

    private final List<String> nodes = new ArrayList<>();

    private MarkdownStructure() {}

    static List<String> of(String markdown) {
        MarkdownStructure structure = new MarkdownStructure();
        structure.visit(Parser.builder().extensions(EXTENSIONS).build().parse(markdown));
        return structure.nodes;
    }

    private void visit(Node node) {
        if (node instanceof HtmlBlock html) {
            nodes.add("HtmlBlock " + tags(html.getLiteral()));
        } else if (node instanceof HtmlInline html) {
            nodes.add("HtmlInline " + html.getLiteral());
        } else if (!(node instanceof Text)) {
            nodes.add(node.getClass().getSimpleName());
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            visit(child);
        }
    }

    private static List<String> tags(String html) {
        return TAG.matcher(html).results().map(MatchResult::group).toList();
    }
}
