package io.github.syscallmaven.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kernel's headers for user space, as the distribution installs them. */
public final class CHeader {
    private static final Path FOLDER = Path.of("/usr/include");
    private static final Pattern DEFINE =
            Pattern.compile("#\\s*define\\s+(\\w+)\\s+(-?\\w+|\\(1 << (\\d+)\\))\\s*(/\\*.*)?");

    private CHeader() {}

    /** The names in these headers that are defined as a number. */
    public static Map<String, Long> constants(String... headers) throws IOException {
        Map<String, Long> constants = new HashMap<>();
        for (String header : headers) {
            Prerequisite.file(FOLDER.resolve(header));
            for (String line : Files.readAllLines(FOLDER.resolve(header))) {
                Matcher define = DEFINE.matcher(line);
                if (define.matches()) {
                    put(constants, define);
                }
            }
        }
        return constants;
    }

    private static void put(Map<String, Long> constants, Matcher define) {
        String value = define.group(2).replaceAll("(?i)(?<=[0-9a-f])U?L*$", "");
        if (define.group(3) != null) {
            constants.put(define.group(1), 1L << Integer.parseInt(define.group(3)));
        } else if (value.matches("-?(0x[0-9a-fA-F]+|\\d+)")) {
            constants.put(define.group(1), Long.decode(value));
        }
    }
}
