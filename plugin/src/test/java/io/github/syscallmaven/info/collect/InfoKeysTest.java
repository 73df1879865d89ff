package io.github.syscallmaven.info.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.testing.Readme;
import io.github.syscallmaven.testing.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InfoKeysTest {
    private static final Pattern KEY = Pattern.compile("`((?:build|git)\\.[a-z.-]+)`");

    /** The keys are what users of the plugin rely on. */
    @Test
    void readmeHasEveryKeyAndNoOther() {
        String readme = Readme.text();
        String table = readme.substring(readme.indexOf("\n## Keys"), readme.indexOf("All values are strings"));
        Set<String> found = new TreeSet<>();
        for (String row : table.lines().filter(line -> line.startsWith("| `")).toList()) {
            Matcher key = KEY.matcher(row.split("\\|", -1)[1]);
            while (key.find()) {
                found.add(key.group(1));
            }
        }

        assertThat(found).isEqualTo(InfoKeys.all());
    }

    @Test
    void readmeShowsJsonOfKeysThatThereAre() throws IOException {
        String json = Readme.blocks("json").stream()
                .filter(block -> block.contains("\"build\": {"))
                .findFirst()
                .orElseThrow();
        Set<String> keys = new TreeSet<>();
        keys("", StrictJson.parse(json.getBytes(StandardCharsets.UTF_8)), keys);

        assertThat(keys).hasSizeGreaterThan(5).isSubsetOf(InfoKeys.all());
    }

    private static void keys(String prefix, Object value, Set<String> keys) {
        if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> keys(prefix.isEmpty() ? "" + name : prefix + "." + name, member, keys));
        } else {
            keys.add(prefix);
        }
    }
}
