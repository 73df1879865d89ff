package io.github.syscallmaven.info.collect;

import io.github.syscallmaven.info.BuildInfo;
import io.github.syscallmaven.info.BuildTime;
import io.github.syscallmaven.info.EnvironmentKeys;
import io.github.syscallmaven.info.KeySelection;
import io.github.syscallmaven.info.Note;
import io.github.syscallmaven.info.ci.CiBuild;
import io.github.syscallmaven.info.ci.CiProviders;
import io.github.syscallmaven.info.git.GitCache;
import io.github.syscallmaven.info.git.GitInfo;
import io.github.syscallmaven.info.git.GitKey;
import io.github.syscallmaven.info.git.GitRequest;
import io.github.syscallmaven.info.git.process.GitException;
import io.github.syscallmaven.info.git.process.GitFiles;
import io.github.syscallmaven.io.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects build info from all sources. Safe for many threads: each repository is read once for all of them. */
public final class InfoCollector {
    private static final String GIT_BRANCH = GitKey.BRANCH.documented();

    private final GitCache git;
    private final GitFiles files;
    private final Function<String, Optional<byte[]>> fileReader;
    private final Function<GitException, String> wording;

    /**
     * A collector that runs git for what {@code git} does not know yet.
     *
     * @param fileReader gives a file's bytes, if it can be read; asked only for properties files that CI providers name
     * @param wording tells the user why git was not asked, without a full stop
     */
    public InfoCollector(
            GitCache git,
            GitFiles files,
            Function<String, Optional<byte[]>> fileReader,
            Function<GitException, String> wording) {
        this.git = git;
        this.files = files;
        this.fileReader = fileReader;
        this.wording = wording;
    }

    /**
     * Everything that the request wants.
     *
     * @throws IllegalArgumentException when a value of the request is wrong
     * @throws BrokenRulesException when a rule does not hold
     * @throws GitException when git fails, or there is no repository although one is required
     */
    public BuildInfo collect(InfoRequest request) throws GitException {
        List<Note> notes = new ArrayList<>();
        KeySelection selection = request.selection();
        Optional<GitInfo> repository = repository(request, notes);
        Optional<BuildTime> time = time(request, repository);
        if (time.isEmpty() && request.time().isCommit()) {
            notes.add(Note.warn("There is no commit, so the build has no time."));
        }
        if (request.reproducible() && time.filter(BuildTime::fromSessionStart).isPresent()) {
            selection = selection.without(KeySelection.BUILD_TIME);
        }
        SortedMap<String, String> keys = project(request, time);
        keys.putAll(EnvironmentKeys.collect(
                request.environmentGroups(),
                selection,
                request.host().systemProperties(),
                request.host().mavenVersion(),
                request.host().hostName()));
        keys.putAll(additional(request));
        repository.ifPresent(found -> addGit(found, keys));
        Optional<CiBuild> ci = CiProviders.detect(request.host().environment(), fileReader);
        ci.ifPresent(build -> addCi(build, repository, keys));
        notes.add(Note.debug(
                ci.map(build -> "CI provider '" + build.provider() + "', recognized by " + build.recognizedBy() + ".")
                        .orElse("No CI provider recognized.")));
        requireRules(request, keys);
        SortedMap<String, String> selected = selection.select(keys);
        // A key that only a rule is about is not written.
        request.ruledGitKeys().stream()
                .filter(key -> !request.gitKeys().contains(key))
                .forEach(key -> selected.remove(key.documented()));
        // What the user says is as reproducible as the user made it.
        selected.putAll(request.choice().select(additional(request)));
        request.choice().select(request.defaults()).forEach((key, value) -> selected.putIfAbsent(key, value));
        return new BuildInfo(
                selected,
                time.filter(known -> isThere(known, selected)).orElse(null),
                repository.map(GitInfo::commitTime).orElse(null),
                notes);
    }

    private static void requireRules(InfoRequest request, Map<String, String> keys) {
        List<String> broken = request.rules().stream()
                .flatMap(rule -> rule.broken(keys).stream())
                .toList();
        if (!broken.isEmpty()) {
            throw new BrokenRulesException(broken);
        }
    }

    private static boolean isThere(BuildTime time, Map<String, String> keys) {
        return KeySelection.BUILD_TIME.stream().anyMatch(key -> time.text().equals(keys.get(key)));
    }

    private Optional<GitInfo> repository(InfoRequest request, List<Note> notes) throws GitException {
        Optional<GitRequest> wanted = request.gitRequest();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        InfoRequest.Git how = request.git();
        Optional<GitInfo> found;
        try {
            found = git.read(files, wanted.get());
        } catch (GitException e) {
            if (e.reason() == GitException.Reason.NOT_STARTED ? how.required() : how.failing()) {
                throw e;
            }
            notes.add(Note.warn("No git.* keys: " + wording.apply(e) + ".").about("git fails"));
            return Optional.empty();
        }
        if (found.isEmpty()) {
            if (how.required()) {
                throw GitException.noRepository(request.directory());
            }
            notes.add(Note.info("No git repository above '" + Printable.of(request.directory()) + "': no git.* keys.")
                    .about("no repository"));
        }
        found.ifPresent(info -> notes.addAll(info.notes()));
        return found;
    }

    private static Optional<BuildTime> time(InfoRequest request, Optional<GitInfo> repository) {
        return request.time()
                .resolve(
                        request.outputTimestamp(),
                        request.host().environment(),
                        request.sessionStart(),
                        () -> repository.flatMap(info -> Optional.ofNullable(info.commitTime())));
    }

    private static SortedMap<String, String> project(InfoRequest request, Optional<BuildTime> time) {
        InfoRequest.Project project = request.project();
        SortedMap<String, String> keys = new TreeMap<>();
        put(keys, "group", project.group());
        put(keys, "artifact", project.artifact());
        put(keys, "name", project.name());
        put(keys, "version", project.version());
        time.ifPresent(known -> put(keys, "time", known.text()));
        return keys;
    }

    private static Map<String, String> additional(InfoRequest request) {
        Map<String, String> keys = new TreeMap<>();
        request.additional().forEach((key, value) -> keys.put(BuildInfo.BUILD + key, value));
        return keys;
    }

    private static void put(SortedMap<String, String> keys, String key, @Nullable String value) {
        if (value != null) {
            keys.put(BuildInfo.BUILD + key, value);
        }
    }

    private static void addGit(GitInfo repository, SortedMap<String, String> keys) {
        for (String key : InfoKeys.IN_BOTH_FAMILIES) {
            String value = keys.get(key);
            if (value != null) {
                keys.put(BuildInfo.GIT + key, value);
            }
        }
        repository.values().forEach((key, value) -> keys.put(BuildInfo.GIT + key, value));
    }

    /** CI checks a commit out without its branch, but knows it. A submodule is at another commit, of another branch. */
    private static void addCi(CiBuild build, Optional<GitInfo> repository, SortedMap<String, String> keys) {
        build.keys().forEach((key, value) -> {
            if (repository.isPresent() || !key.startsWith(BuildInfo.GIT)) {
                keys.put(key, value);
            }
        });
        String branch = build.branch();
        if (branch != null && repository.filter(GitInfo::detached).isPresent() && build.isOf(keys.get(GIT_BRANCH))) {
            keys.put(GIT_BRANCH, branch);
        }
    }
}
