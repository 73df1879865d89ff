package io.github.syscallmaven.info;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out what a build is. Safe for use by many threads: each repository is read once for all of them. */
public final class InfoCollector {
    private final GitCache git;
    private final GitFiles files;
    private final Function<String, Optional<byte[]>> fileReader;

    /** {@code fileReader} gives a file's bytes, if it can be read; asked only for properties files that CI providers name. */
    public InfoCollector(GitCache git, GitFiles files, Function<String, Optional<byte[]>> fileReader) {
        this.git = git;
        this.files = files;
        this.fileReader = fileReader;
    }

    /**
     * Everything that the request wants.
     *
     * @throws IllegalArgumentException when a value of the request is wrong
     * @throws GitException when git fails, or there is no repository although one is required
     */
    public BuildInfo collect(InfoRequest request) throws GitException {
        List<Note> notes = new ArrayList<>();
        KeySelection selection = request.selection();
        Optional<GitInfo> repository = repository(request, selection, notes);
        Optional<BuildTime> time = time(request, repository);
        if (time.isEmpty() && request.time().strip().equals("commit")) {
            notes.add(Note.info("There is no commit, so the build has no time."));
        }
        if (request.reproducible() && time.filter(BuildTime::fromSessionStart).isPresent()) {
            selection = selection.without(KeySelection.BUILD_TIME);
        }
        SortedMap<String, String> keys = new TreeMap<>(project(request, time));
        keys.putAll(EnvironmentKeys.collect(
                request.environmentGroups(),
                selection,
                request.host().systemProperties(),
                request.host().mavenVersion(),
                request.host().hostName()));
        repository.ifPresent(found -> addGit(found, keys));
        CiProviders.detect(request.host().environment(), fileReader).ifPresent(build -> addCi(build, repository, keys));
        SortedMap<String, String> selected = selection.select(keys);
        selected.putAll(additional(request));
        boolean hasTime = KeySelection.BUILD_TIME.stream().anyMatch(key -> selected.get(key) != null);
        return new BuildInfo(selected, hasTime ? time.orElse(null) : null, notes);
    }

    private Optional<GitInfo> repository(InfoRequest request, KeySelection selection, List<Note> notes)
            throws GitException {
        Set<GitKey> wanted = wanted(request, selection);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        InfoRequest.Git how = request.git();
        Optional<GitInfo> found = git.read(
                files,
                new GitRequest(
                        request.directory(),
                        wanted,
                        how.abbrevLength(),
                        how.describe(),
                        how.timeout(),
                        how.executable()));
        if (found.isEmpty()) {
            if (how.required()) {
                throw GitException.noRepository(request.directory());
            }
            notes.add(Note.info("No git repository above '" + request.directory() + "': no git.* keys.")
                    .about("no repository"));
        }
        found.ifPresent(info -> notes.addAll(info.notes()));
        return found;
    }

    private static Set<GitKey> wanted(InfoRequest request, KeySelection selection) {
        Set<GitKey> wanted = EnumSet.noneOf(GitKey.class);
        for (GitKey key : GitKey.values()) {
            String name = BuildInfo.GIT + key.key();
            if (selection.wants(name) && (isFree(key, request) || request.isNamed(name))) {
                wanted.add(key);
            }
        }
        if (request.time().strip().equals("commit")) {
            wanted.add(GitKey.COMMIT_TIME);
        }
        return wanted;
    }

    /** Neither dear nor private: who builds is told only to those who ask. */
    private static boolean isFree(GitKey key, InfoRequest request) {
        boolean isUser = key == GitKey.BUILD_USER_NAME || key == GitKey.BUILD_USER_EMAIL;
        return !key.costsProcess() && (!isUser || request.environmentGroups().contains("user"));
    }

    private static Optional<BuildTime> time(InfoRequest request, Optional<GitInfo> repository) {
        return BuildTime.resolve(
                request.time(),
                request.outputTimestamp(),
                request.host().environment(),
                request.sessionStart(),
                () -> repository.flatMap(info -> Optional.ofNullable(info.commitTime())));
    }

    private static Map<String, String> project(InfoRequest request, Optional<BuildTime> time) {
        InfoRequest.Project project = request.project();
        SortedMap<String, String> keys = new TreeMap<>();
        put(keys, "group", project.group());
        put(keys, "artifact", project.artifact());
        put(keys, "name", project.name());
        put(keys, "version", project.version());
        time.ifPresent(known -> put(keys, "time", known.text()));
        request.additional().forEach((key, value) -> put(keys, key, value));
        return keys;
    }

    /** What the user adds wins over what is found out, and is as reproducible as the user made it. */
    private static Map<String, String> additional(InfoRequest request) {
        Map<String, String> keys = new TreeMap<>();
        request.additional().forEach((key, value) -> keys.put(BuildInfo.BUILD + key, value));
        return KeySelection.of(request.includes(), request.excludes()).select(keys);
    }

    private static void put(SortedMap<String, String> keys, String key, @Nullable String value) {
        if (value != null) {
            keys.put(BuildInfo.BUILD + key, value);
        }
    }

    /** Some keys stand in both families, as git-commit-id-maven-plugin's users look for them under {@code git.}. */
    private static void addGit(GitInfo repository, SortedMap<String, String> keys) {
        for (String twin : List.of("build.time", "build.version", "build.host")) {
            String value = keys.get(twin);
            if (value != null) {
                keys.put(BuildInfo.GIT + twin, value);
            }
        }
        repository.values().forEach((key, value) -> keys.put(BuildInfo.GIT + key, value));
    }

    /** CI checks a commit out without its branch, but knows it. */
    private static void addCi(CiBuild build, Optional<GitInfo> repository, SortedMap<String, String> keys) {
        build.keys().forEach((key, value) -> {
            if (repository.isPresent() || !key.startsWith(BuildInfo.GIT)) {
                keys.put(key, value);
            }
        });
        if (build.branch() != null && repository.filter(GitInfo::detached).isPresent()) {
            keys.put("git.branch", build.branch());
        }
    }
}
