package io.github.syscallmaven.info.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read from the environments of {@code ci-environments.txt}. */
class CiEnvironmentsTest {
    static Stream<CiEnvironment> environments() throws IOException {
        return CiEnvironment.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("environments")
    void aBuildIsReadAsItsProviderDescribesIt(CiEnvironment environment) {
        assertThat(CiProviders.detect(environment.environment(), environment::read)
                        .map(CiEnvironmentsTest::fields)
                        .orElse(Map.of()))
                .isEqualTo(environment.expected());
    }

    @Test
    void everyProviderIsThereWithABranchAndAPullRequestAndATag() throws IOException {
        Set<String> providers = new TreeSet<>(List.of(CiProviderTable.TEXT.split("\\R")));
        providers.removeIf(line -> line.isBlank() || line.startsWith(" "));

        assertThat(providers).hasSize(20);
        for (String field : List.of("branch", "pull-request", "tag", "url", "commit")) {
            Set<String> found = new TreeSet<>();
            environments()
                    .map(CiEnvironment::expected)
                    .filter(expected -> expected.containsKey(field))
                    .forEach(expected -> found.add(expected.get("provider")));
            if (field.equals("tag")) {
                found.add("bamboo"); // which does not say whether it builds one
            }
            assertThat(found)
                    .as(field)
                    .containsAll(providers.stream()
                            .filter(provider -> !field.equals("commit") || hasCommit(provider))
                            .toList());
        }
    }

    /** Forgejo and Gitea have GitHub's. */
    private static boolean hasCommit(String provider) {
        return !provider.matches("forgejo-actions|gitea-actions");
    }

    private static Map<String, String> fields(CiBuild build) {
        Map<String, String> fields = new TreeMap<>();
        put(fields, "provider", build.provider());
        put(fields, "number", build.buildNumber());
        put(fields, "attempt", build.attempt());
        put(fields, "id", build.buildId());
        put(fields, "url", build.buildUrl());
        put(fields, "branch", build.branch());
        put(fields, "tag", build.tag());
        put(fields, "pull-request", build.pullRequest());
        put(fields, "commit", build.commits().isEmpty() ? null : String.join(" ", build.commits()));
        return fields;
    }

    private static void put(Map<String, String> fields, String field, @Nullable String value) {
        if (value != null) {
            fields.put(field, value);
        }
    }
}
