package io.github.syscallmaven.info;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The configuration that holds in the repository, from all files: git-config(1). Empty where nothing is configured. */
record GitConfig(String remoteOriginUrl, String userName, String userEmail) {
    static final List<String> COMMAND =
            List.of("config", "-z", "--get-regexp", "^(remote\\.origin\\.url|user\\.name|user\\.email)$");
    static final int NOTHING_FOUND = 1;

    /** Records are {@code key LF value NUL}. Of several URLs git fetches from the first; of all else the last holds. */
    static GitConfig parse(String output) {
        Map<String, List<String>> values = new HashMap<>();
        for (String entry : output.split("\0", -1)) {
            String[] keyAndValue = entry.split("\n", 2);
            String value = keyAndValue.length == 2 ? keyAndValue[1] : "";
            values.computeIfAbsent(keyAndValue[0], key -> new ArrayList<>()).add(value);
        }
        List<String> none = List.of("");
        List<String> names = values.getOrDefault("user.name", none);
        List<String> emails = values.getOrDefault("user.email", none);
        return new GitConfig(
                values.getOrDefault("remote.origin.url", none).get(0),
                names.get(names.size() - 1),
                emails.get(emails.size() - 1));
    }
}
