package io.github.syscallmaven.checksum;

import io.github.syscallmaven.checksum.SumsProblem.Kind;
import io.github.syscallmaven.io.BytePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of checksum-maven-plugin 1.x: {@code <files><file name="…"><hashcode algorithm="SHA-1">…}. Takes no document
 * type declaration, so no entity of one, and opens nothing else. Takes no attribute and no instruction beyond those either: the
 * parser would keep every name it ever sees.
 */
final class PluginXmlSums {
    private final SumsContext context;
    private final Findings findings;
    private BytePath name = BytePath.of("");
    private int depth;
    private int digests;

    PluginXmlSums(SumsContext context, Findings findings) {
        this.context = context;
        this.findings = findings;
    }

    void read(InputStream in) throws IOException {
        ElementInput source = new ElementInput(in);
        int line = 1;
        try {
            // The parser's own decoder prints what it finds wrong to standard error.
            XMLStreamReader xml =
                    factory().createXMLStreamReader(new InputStreamReader(source, StandardCharsets.UTF_8.newDecoder()));
            while (xml.hasNext()) {
                source.renew();
                event(xml.next(), xml);
                line = xml.getLocation().getLineNumber();
            }
        } catch (XMLStreamException malformed) {
            source.rethrow();
            String why = malformed instanceof Unexpected ? malformed.getMessage() : "is not well-formed XML";
            int at = malformed.getLocation() == null
                    ? line
                    : malformed.getLocation().getLineNumber();
            findings.problem(Kind.NOT_A_LIST, Math.max(at, 0), why + "; nothing from there on is read");
        }
    }

    private void event(int event, XMLStreamReader xml) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.CHARACTERS -> {
                if (!xml.isWhiteSpace()) {
                    throw new Unexpected("text between the elements", xml);
                }
            }
            case XMLStreamConstants.COMMENT, XMLStreamConstants.SPACE, XMLStreamConstants.END_DOCUMENT -> {}
            default -> throw new Unexpected("a declaration, an entity or an instruction", xml);
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        String element = xml.getLocalName();
        if (depth == 0 && element.equals("files")) {
            depth++;
        } else if (depth == 1 && element.equals("file")) {
            depth++;
            digests = 0;
            name = BytePath.of(attribute("name", xml));
        } else if (depth == 2 && element.equals("hashcode") && digests++ < TextEntry.MAX_ALGORITHMS) {
            int line = xml.getLocation().getLineNumber();
            String algorithm = attribute("algorithm", xml);
            TextEntry entry = TextEntry.ofPlugin(name, algorithm, text(xml));
            findings.add(entry.check(context.algorithms(), SumsForm.PLUGIN_XML, line));
        } else {
            throw new Unexpected("the element '" + element + "'", xml);
        }
    }

    private static String attribute(String attribute, XMLStreamReader xml) throws XMLStreamException {
        String value = xml.getAttributeValue(null, attribute);
        if (value == null || xml.getAttributeCount() != 1 || xml.getNamespaceCount() != 0) {
            throw new Unexpected("other attributes than '" + attribute + "' in '" + xml.getLocalName() + "'", xml);
        }
        return value;
    }

    private static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.next() == XMLStreamConstants.CHARACTERS) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
        if (xml.getEventType() != XMLStreamConstants.END_ELEMENT) {
            throw new Unexpected("more than a digest in 'hashcode'", xml);
        }
        return text.toString().strip();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static final class Unexpected extends XMLStreamException {
        Unexpected(String what, XMLStreamReader xml) {
            // Not the constructor with a location: it puts the location into the message.
            super("has " + what + " where checksum-maven-plugin writes none");
            this.location = xml.getLocation();
        }
    }
}
