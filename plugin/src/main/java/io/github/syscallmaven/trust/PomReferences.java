package io.github.syscallmaven.trust;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The references of a POM to other POMs. Profiles are left out.
 *
 * @param parent that it names
 * @param properties as they stand there, {@code ${...}} included
 * @param imports the BOMs that it imports, likewise
 */
record PomReferences(@Nullable Name parent, Map<String, String> properties, List<Name> imports) {
    /** Group, artifact and version as they are written. */
    record Name(String groupId, String artifactId, String version) {}

    private static final List<String> PARENT = List.of("project", "parent");
    private static final List<String> PROPERTIES = List.of("project", "properties");
    private static final List<String> MANAGED =
            List.of("project", "dependencyManagement", "dependencies", "dependency");

    /** Empty for what is no POM. */
    static Optional<PomReferences> parse(byte[] pom) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(pom));
            return Optional.of(new Parser(reader).parse());
        } catch (XMLStreamException noPom) {
            return Optional.empty();
        }
    }

    private static final class Parser {
        private final XMLStreamReader reader;
        private final Deque<String> elements = new ArrayDeque<>();
        private final Map<String, String> properties = new HashMap<>();
        private final List<Name> imports = new ArrayList<>();
        private Map<String, String> children = new HashMap<>();
        private @Nullable Name parent;

        Parser(XMLStreamReader reader) {
            this.reader = reader;
        }

        PomReferences parse() throws XMLStreamException {
            String text = "";
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        elements.addLast(reader.getLocalName());
                        text = "";
                        if (isAt(PARENT) || isAt(MANAGED)) {
                            children = new HashMap<>();
                        }
                    }
                    case XMLStreamConstants.CHARACTERS -> text = reader.getText();
                    case XMLStreamConstants.END_ELEMENT -> {
                        end(text.strip());
                        text = "";
                    }
                    default -> {
                        // Comments and the like.
                    }
                }
            }
            return new PomReferences(parent, properties, imports);
        }

        private void end(String text) {
            if (isAt(PARENT)) {
                parent = name();
            } else if (isAt(MANAGED)) {
                if ("import".equals(children.get("scope")) && "pom".equals(children.get("type"))) {
                    imports.add(name());
                }
            } else {
                String element = elements.removeLast();
                if (isAt(PARENT) || isAt(MANAGED)) {
                    children.put(element, text);
                } else if (isAt(PROPERTIES)) {
                    properties.put(element, text);
                } else if (elements.size() == 1) {
                    // As it can be referred to, such as ${project.version}.
                    properties.put("project." + element, text);
                }
                return;
            }
            elements.removeLast();
        }

        private Name name() {
            return new Name(
                    children.getOrDefault("groupId", ""),
                    children.getOrDefault("artifactId", ""),
                    children.getOrDefault("version", ""));
        }

        private boolean isAt(List<String> path) {
            if (elements.size() != path.size()) {
                return false;
            }
            Iterator<String> there = elements.iterator();
            return path.stream().allMatch(element -> element.equals(there.next()));
        }
    }
}
