package io.github.syscallmaven.info.git;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The effective configuration of a repository, from all files: git-config(1). Empty where nothing is configured.
 *
 * @param remoteUrl that of {@code origin}; where no remote is called so, that of the only one
 */
record GitConfig(String remoteUrl, String userName, String userEmail) {
    static final List<String> COMMAND =
            List.of("config", "-z", "--get-regexp", "^(remote\\..*\\.url|user\\.name|user\\.email)$");
    static final int NOTHING_FOUND = 1;

    private static final String REMOTE = "remote.";
    private static final String URL = ".url";

    /** Records are {@code key LF value NUL}. */
    static GitConfig parse(String output) {
        Map<String, List<String>> urls = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (String entry : output.split("\0", -1)) {
            String[] keyAndValue = entry.split("\n", 2);
            String key = keyAndValue[0];
            String value = keyAndValue.length == 2 ? keyAndValue[1] : "";
            if (key.startsWith(REMOTE)) {
                add(urls, key.substring(REMOTE.length(), key.length() - URL.length()), value);
            } else {
                values.put(key, value);
            }
        }
        return new GitConfig(
                remoteUrl(urls), values.getOrDefault("user.name", ""), values.getOrDefault("user.email", ""));
    }

    /** An empty URL takes back all that came before it. */
    private static void add(Map<String, List<String>> urls, String remote, String url) {
        if (url.isEmpty()) {
            urls.remove(remote);
        } else {
            urls.computeIfAbsent(remote, name -> new ArrayList<>()).add(url);
        }
    }

    /** Of several URLs git fetches from the first. */
    private static String remoteUrl(Map<String, List<String>> urls) {
        if (urls.size() == 1) {
            return urls.values().iterator().next().get(0);
        }
        return urls.getOrDefault("origin", List.of("")).get(0);
    }
}
