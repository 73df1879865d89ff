package io.github.syscallmaven.info;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.testing.json.StrictJson;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonFormatTest {
    @Test
    void keysAreNestedAtTheirDotsAndSorted() {
        assertThat(text(Map.of(
                        "git.commit.time", "2024-01-01T00:00:00Z",
                        "git.commit.id", "ffac537",
                        "git.branch", "main",
                        "build.name", "My \"app\"",
                        "b", "")))
                .isEqualTo("""
                    {
                      "b": "",
                      "build": {
                        "name": "My \\"app\\""
                      },
                      "git": {
                        "branch": "main",
                        "commit": {
                          "id": "ffac537",
                          "time": "2024-01-01T00:00:00Z"
                        }
                      }
                    }
                    """);
    }

    @Test
    void noPairsAreAnEmptyObject() {
        assertThat(text(Map.of())).isEqualTo("{}\n");
    }

    @Test
    void aFlatObjectHasWholeKeys() {
        assertThat(new String(
                        JsonFormat.writeFlat(Map.of("git.commit.id", "ffac", "git.commit.id.abbrev", "ff", "a", "\"")),
                        StandardCharsets.UTF_8))
                .isEqualTo("""
                    {
                      "a": "\\"",
                      "git.commit.id": "ffac",
                      "git.commit.id.abbrev": "ff"
                    }
                    """);
        assertThat(new String(JsonFormat.writeFlat(Map.of()), StandardCharsets.UTF_8))
                .isEqualTo("{}\n");
    }

    @Test
    void aValueThatIsAlsoAnObjectBecomesFull() {
        assertThat(text(Map.of("git.commit.id", "ffac537e", "git.commit.id.abbrev", "ffac537")))
                .isEqualTo("""
                    {
                      "git": {
                        "commit": {
                          "id": {
                            "abbrev": "ffac537",
                            "full": "ffac537e"
                          }
                        }
                      }
                    }
                    """);
    }

    @Test
    void anEqualFullStandsForBoth() {
        assertThat(text(Map.of("id", "1", "id.full", "1", "id.abbrev", "2"))).isEqualTo("""
            {
              "id": {
                "abbrev": "2",
                "full": "1"
              }
            }
            """);
    }

    @Test
    void anotherFullStays() {
        assertThat(text(Map.of("id", "1", "id.full", "2", "id.full_", "3"))).isEqualTo("""
            {
              "id": {
                "full": "2",
                "full_": "3",
                "full__": "1"
              }
            }
            """);
        assertThat(text(Map.of("id", "1", "id.full.x", "1"))).isEqualTo("""
            {
              "id": {
                "full": {
                  "x": "1"
                },
                "full_": "1"
              }
            }
            """);
        assertThat(text(Map.of("id", "1", "id.full", "1", "id.full.x", "2"))).isEqualTo("""
            {
              "id": {
                "full": {
                  "full": "1",
                  "x": "2"
                },
                "full_": "1"
              }
            }
            """);
    }

    @Test
    void whatJsonOrJavaScriptOrUtf8CannotHoldIsEscaped() {
        assertThat(text(Map.of("k", "\\ \" / \b\f\n\r\t \0 \u001f \u007f ä \u2028\u2029 \ud83d\ude00 \ud83d \ude00")))
                .isEqualTo("{\n"
                        + "  \"k\": \"\\\\ \\\" / \\b\\f\\n"
                        + "\\r"
                        + "\\t \\u0000 \\u001f \u007f ä \\u2028\\u2029 \ud83d\ude00 \\ud83d \\ude00\"\n"
                        + "}\n");
    }

    @Test
    void dotsWithNothingBetweenAreEmptyNames() throws CharacterCodingException {
        assertThat(StrictJson.parse(JsonFormat.write(Map.of("a..b", "1", "a.", "2", ".", "3"))))
                .isEqualTo(Map.of("a", Map.of("", Map.of("b", "1", "full", "2")), "", Map.of("", "3")));
    }

    @Test
    void aReaderGetsBackWhateverWasWritten() throws CharacterCodingException {
        RandomText texts = new RandomText(20240102);
        for (int file = 0; file < 2_000; file++) {
            Map<String, String> pairs = new HashMap<>();
            for (int pair = 0; pair < 5; pair++) {
                pairs.put(pair + texts.next().replace('.', '-'), texts.next());
            }

            assertThat(StrictJson.parse(JsonFormat.write(pairs))).isEqualTo(pairs);
        }
    }

    @Test
    void theOrderOfThePairsDoesNotMatterAndNoValueIsLost() throws CharacterCodingException {
        Random random = new Random(20240103);
        List<String> names = List.of("a", "b", "full", "full_");
        for (int file = 0; file < 1_000; file++) {
            Map<String, String> pairs = new LinkedHashMap<>();
            for (int pair = 0; pair < 8; pair++) {
                String key = "";
                for (int depth = random.nextInt(4); depth >= 0; depth--) {
                    key += "." + names.get(random.nextInt(names.size()));
                }
                pairs.put(key.substring(1), "value " + pair);
            }
            byte[] document = JsonFormat.write(pairs);
            List<String> keys = new ArrayList<>(pairs.keySet());
            Collections.shuffle(keys, random);
            Map<String, String> shuffled = new LinkedHashMap<>();
            keys.forEach(key -> shuffled.put(key, pairs.get(key)));

            assertThat(JsonFormat.write(shuffled)).isEqualTo(document);
            assertThat(leaves(StrictJson.parse(document))).containsExactlyInAnyOrderElementsOf(pairs.values());
        }
    }

    private static List<String> leaves(Object value) {
        if (value instanceof String string) {
            return List.of(string);
        }
        return ((Map<?, ?>) value)
                .values().stream().flatMap(child -> leaves(child).stream()).toList();
    }

    private static String text(Map<String, String> pairs) {
        return new String(JsonFormat.write(pairs), StandardCharsets.UTF_8);
    }
}
