package io.github.syscallmaven.info.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InfoKeysTest {
    private static final Pattern KEY = Pattern.compile("`((?:build|git)\\.[a-z.-]+)`");

    /** The keys are what users of the plugin rely on. */
    @Test
    void readmeHasEveryKeyAndNoOther() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String table = readme.substring(readme.indexOf("#### Keys"), readme.indexOf("All values are strings"));
        Set<String> found = new TreeSet<>();
        for (String row : table.lines().filter(line -> line.startsWith("| `")).toList()) {
            Matcher key = KEY.matcher(row.split("\\|", -1)[1]);
            while (key.find()) {
                found.add(key.group(1));
            }
        }

        assertThat(found).isEqualTo(InfoKeys.all());
    }
}
