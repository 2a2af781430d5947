package dev.greenlight.migration;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a changelog in XML. No entity of it is looked up, and text in elements is left out. */
final class XmlChangelog {
    private final Deque<List<ChangelogNode>> open = new ArrayDeque<>();

    private XmlChangelog() {}

    /** Its root; none if it is no XML. */
    static Optional<ChangelogNode> read(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            try {
                return new XmlChangelog().read(reader).stream().findFirst();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private List<ChangelogNode> read(XMLStreamReader reader) throws XMLStreamException {
        open.push(new ArrayList<>());
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open.push(attributes(reader));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                ChangelogNode closed = new ChangelogNode(reader.getLocalName(), "", open.pop());
                open.getFirst().add(closed);
            }
        }
        return open.pop();
    }

    private static List<ChangelogNode> attributes(XMLStreamReader reader) {
        List<ChangelogNode> attributes = new ArrayList<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.add(new ChangelogNode(reader.getAttributeLocalName(i), reader.getAttributeValue(i), List.of()));
        }
        return attributes;
    }
}
