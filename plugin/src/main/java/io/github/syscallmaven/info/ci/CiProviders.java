package io.github.syscallmaven.info.ci;

import io.github.syscallmaven.info.PropertiesFormat;
import io.github.syscallmaven.io.Printable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes the CI provider that runs this build, and reads its variables.
 *
 * <p>The first provider of {@link CiProviderTable} that is found wins. Forgejo also sets Gitea's variables and both set
 * GitHub's, so they come first in that order; CodeBuild, Bamboo, TeamCity and Jenkins come last, because their agents
 * run other providers' jobs more often than the other way round.
 *
 * <p>Only the variables that {@link CiProviderTable} names are read, none of which holds a secret.
 */
public final class CiProviders {
    private static final Pattern USER_INFO = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)[^/?#]*@");

    private static final List<Provider> TABLE = parse(CiProviderTable.TEXT);

    private CiProviders() {}

    /**
     * The build that this environment belongs to; none outside CI and at a provider that is not known.
     *
     * @param environment blank variables count as absent
     * @param fileReader gives the bytes of the file with this name, none if it cannot be read; asked only for
     *     TeamCity's properties files
     * @throws IllegalArgumentException if such a file is no properties file
     */
    public static Optional<CiBuild> detect(
            Map<String, String> environment, Function<String, Optional<byte[]>> fileReader) {
        CiVariables variables = new CiVariables(environment);
        return TABLE.stream()
                .flatMap(provider -> provider.read(variables, fileReader).stream())
                .findFirst();
    }

    private static List<Provider> parse(String table) {
        List<Provider> providers = new ArrayList<>();
        table.lines().filter(line -> !line.isBlank()).forEach(line -> {
            if (line.startsWith(" ")) {
                providers.get(providers.size() - 1).add(line.strip());
            } else {
                providers.add(new Provider(line, new EnumMap<>(Field.class)));
            }
        });
        return List.copyOf(providers);
    }

    private enum Field {
        WHEN,
        FILE,
        NUMBER,
        ATTEMPT,
        ID,
        URL,
        PULL_REQUEST,
        SOURCE_BRANCH,
        BRANCH,
        TAG,
        COMMIT
    }

    private record Provider(String name, Map<Field, List<String>> templates) {
        void add(String line) {
            String[] columns = line.split(" +", 2);
            Field field = Field.valueOf(columns[0].toUpperCase(Locale.ROOT).replace('-', '_'));
            templates.computeIfAbsent(field, absent -> new ArrayList<>()).add(columns[1]);
        }

        /** What this provider says; empty when it does not run this build. */
        Optional<CiBuild> read(CiVariables variables, Function<String, Optional<byte[]>> fileReader) {
            return templates.getOrDefault(Field.WHEN, List.of()).stream()
                    .filter(template -> variables.expand(template) != null)
                    .findFirst()
                    .map(template -> read(template, variables, fileReader));
        }

        private CiBuild read(
                String recognizedBy, CiVariables variables, Function<String, Optional<byte[]>> fileReader) {
            addFiles(variables, fileReader);
            String pullRequest = first(Field.PULL_REQUEST, variables);
            String tag = first(Field.TAG, variables);
            String url = first(Field.URL, variables);
            return new CiBuild(
                    name,
                    CiVariables.names(recognizedBy),
                    first(Field.NUMBER, variables),
                    first(Field.ATTEMPT, variables),
                    first(Field.ID, variables),
                    url == null ? null : USER_INFO.matcher(url).replaceFirst("$1"),
                    branch(variables, pullRequest, tag),
                    tag,
                    pullRequest,
                    all(Field.COMMIT, variables).toList());
        }

        /**
         * Providers put the target branch, the tag or a made-up name into their branch variable when it is no branch
         * build.
         */
        private @Nullable String branch(CiVariables variables, @Nullable String pullRequest, @Nullable String tag) {
            if (pullRequest != null) {
                return first(Field.SOURCE_BRANCH, variables);
            }
            return tag == null ? first(Field.BRANCH, variables) : null;
        }

        private void addFiles(CiVariables variables, Function<String, Optional<byte[]>> fileReader) {
            for (String template : templates.getOrDefault(Field.FILE, List.of())) {
                String file = variables.expand(template);
                if (file != null) {
                    fileReader.apply(file).ifPresent(bytes -> addFile(file, bytes, variables));
                }
            }
        }

        private void addFile(String file, byte[] bytes, CiVariables variables) {
            try {
                variables.addFile(PropertiesFormat.parse(bytes));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "'" + Printable.of(file) + "' of " + name + " is not a properties file: " + e.getMessage(), e);
            }
        }

        private @Nullable String first(Field field, CiVariables variables) {
            return all(field, variables).findFirst().orElse(null);
        }

        private Stream<String> all(Field field, CiVariables variables) {
            return templates.getOrDefault(field, List.of()).stream()
                    .flatMap(template -> Stream.ofNullable(variables.expand(template)));
        }
    }
}
