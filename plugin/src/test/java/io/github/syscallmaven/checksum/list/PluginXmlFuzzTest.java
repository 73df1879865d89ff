package io.github.syscallmaven.checksum.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.list.entry.ListProblem.Kind;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.testing.Seed;
import io.github.syscallmaven.testing.list.Listing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever XML a list is, it yields entries and problems: nothing is thrown, and nothing printed. */
class PluginXmlFuzzTest {
    private static final int DOCUMENTS = 20_000;
    private static final String MD5 = "9f9f90dbe3e5ee1218c86b8839db1995";
    private static final List<String> PARTS = List.of(
            "<?xml version=\"1.0\"?>",
            "<?xml version='1.1' encoding='UTF-8'?>",
            "<files>",
            "</files>",
            "<files/>",
            "<file name=\"a\">",
            "<file name='b&amp;&#x41;&#10;'>",
            "</file>",
            "<hashcode algorithm=\"MD5\">",
            "<hashcode algorithm='MD5'>" + MD5 + "</hashcode>",
            "</hashcode>",
            MD5,
            " ",
            "\n",
            "<!-- x -->",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<!DOCTYPE files [",
            "<!DOCTYPE files SYSTEM \"file:/etc/passwd\">",
            "<!ENTITY a \"b",
            "<!ENTITY a SYSTEM 'file:/etc/passwd'>",
            "<!ENTITY % p \"<!ENTITY b 'c'>\">%p;",
            "<!ELEMENT files (file*)>",
            "<!ATTLIST file name CDATA #IMPLIED>",
            "<!NOTATION n PUBLIC \"x\">",
            "]>",
            "&a;",
            "&#x0;",
            "&#xD800;",
            "&#1114112;",
            "&lt",
            "<?x y?>",
            "\u0001",
            "\u00e4",
            "\u2028",
            "\ud83d\ude00",
            "<",
            ">",
            "\"",
            "'",
            "&",
            "]");

    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final long seed = Seed.next();
    private final Random random = new Random(seed);

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setErr(standardError);
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** The JDK's parser throws a MissingResourceException over the first two, and prints over the third. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?><!DOCTYPE x [\u0001]><files/>",
                "<?xml version=\"1.1\"?><!DOCTYPE x [\u0001]><files/>",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b",
                "<?xml version=\"1.0\"?><!DOCTYPE",
                "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"\u0001",
                "<?xml",
                "<?xml version='1.0'?>",
                "<files><!",
                "<files><!-",
                "<files>&",
                "<files><",
                "<files></",
                "<files><file name",
                "<files><file name='a'><hashcode algorithm='MD5'>&#"
            })
    void whatIsNoDocumentIsAFinding(String document) {
        assertThat(Listing.of(document).kinds()).containsExactly(Kind.NOT_A_LIST);
    }

    @Test
    void whateverTheDocumentIsItIsTheSameToTheParserOfTheJdkOrAFinding() {
        int accepted = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            String document = random.nextBoolean() ? parts() : damaged();
            byte[] bytes = document.getBytes(StandardCharsets.UTF_8);

            Listing listing = Listing.of(new String(bytes, StandardCharsets.ISO_8859_1));

            if (!listing.kinds().contains(Kind.NOT_A_LIST) && isXml(document)) {
                accepted++;
                assertThat(listing.entries().stream()
                                .map(entry -> entry.name() + " " + entry.digest())
                                .toList())
                        .as("seed %d: %s", seed, document)
                        .isEqualTo(oracle(bytes));
            }
        }
        assertThat(accepted).isGreaterThan(DOCUMENTS / 50);
    }

    private static boolean isXml(String document) {
        String start = document.stripLeading();
        return start.startsWith("<?xml") || start.startsWith("<files");
    }

    private String parts() {
        StringBuilder document = new StringBuilder(random.nextBoolean() ? "<files>" : "<?xml version=\"1.0\"?>");
        for (int i = random.nextInt(10); i > 0; i--) {
            document.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return document.toString();
    }

    private String damaged() {
        String hash = "<hashcode algorithm=\"MD5\">" + MD5 + "</hashcode>";
        StringBuilder document = new StringBuilder("<?xml version=\"1.0\"?>\n<files>\n<file name=\"a\">" + hash
                + "</file>\n<file name=\"b\">" + hash + hash + "</file></files>");
        for (int edits = random.nextInt(3); edits > 0; edits--) {
            int at = random.nextInt(document.length());
            document.replace(
                    at, Math.min(document.length(), at + random.nextInt(3)), PARTS.get(random.nextInt(PARTS.size())));
        }
        return document.toString();
    }

    /** What the JDK's parser sees in a document that has nothing but what checksum-maven-plugin writes. */
    private static List<String> oracle(byte[] document) {
        List<String> entries = new ArrayList<>();
        try {
            XMLStreamReader xml =
                    XMLInputFactory.newDefaultFactory().createXMLStreamReader(new ByteArrayInputStream(document));
            String name = "";
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals("file")) {
                        name = xml.getAttributeValue(null, "name");
                    } else if (xml.getLocalName().equals("hashcode")) {
                        String algorithm = xml.getAttributeValue(null, "algorithm");
                        String digest = xml.getElementText().strip().toLowerCase(Locale.ROOT);
                        boolean md5 = Listing.ALGORITHMS
                                .find(algorithm)
                                .filter(known -> known.length() == 16)
                                .isPresent();
                        if (md5 && digest.matches("[0-9a-f]{32}") && !name.isEmpty()) {
                            entries.add(BytePath.of(name) + " " + digest);
                        }
                    }
                }
            }
        } catch (XMLStreamException refused) {
            entries.add(String.valueOf(refused.getMessage()));
        }
        return entries;
    }
}
