package io.github.syscallmaven.mojo.info;

import io.github.syscallmaven.info.BuildInfo;
import io.github.syscallmaven.info.BuildTime;
import io.github.syscallmaven.info.EnvironmentKeys;
import io.github.syscallmaven.info.InfoFormat;
import io.github.syscallmaven.info.KeySelection;
import io.github.syscallmaven.info.Note;
import io.github.syscallmaven.info.TimeSource;
import io.github.syscallmaven.info.collect.InfoKeys;
import io.github.syscallmaven.info.collect.InfoRequest;
import io.github.syscallmaven.info.collect.InfoRule;
import io.github.syscallmaven.info.collect.KeyPrefixes;
import io.github.syscallmaven.info.git.GitDescribe;
import io.github.syscallmaven.info.git.GitDescribe.TagGlob;
import io.github.syscallmaven.io.Durability;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.mojo.BaseDirectory;
import io.github.syscallmaven.mojo.Output;
import io.github.syscallmaven.mojo.Setting;
import io.github.syscallmaven.mojo.ShownPaths;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code write-info}, read.
 *
 * @param files none in a parent POM, whose output directory nobody packages
 */
record InfoSettings(InfoRequest request, KeyPrefixes prefixes, List<InfoFile> files, WriteOptions options) {
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final int MOST_DIGITS = 64;

    static InfoSettings of(WriteInfoMojo mojo) throws IOException, MojoFailureException {
        KeyPrefixes prefixes = new KeyPrefixes(
                prefix("buildPrefix", mojo.buildPrefix),
                mojo.gitPrefix.equals("none") ? "" : prefix("gitPrefix", mojo.gitPrefix));
        InfoRequest request = request(mojo);
        try {
            prefixes.requireSeparate(
                    request.possibleKeys(), request.additional().keySet());
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage() + ".", e);
        }
        return new InfoSettings(
                request,
                prefixes,
                files(mojo, prefixes),
                WriteOptions.DEFAULT.with(Setting.named("durability").choice(mojo.durability, Durability.class)));
    }

    private static String prefix(String parameter, String value) throws MojoFailureException {
        if (!PREFIX.matcher(value).matches()) {
            throw Setting.named(parameter)
                    .wrong(value, "; allowed are letters, digits, '_', '-' and dots in between, as in 'build'");
        }
        return value;
    }

    private static List<InfoFile> files(WriteInfoMojo mojo, KeyPrefixes prefixes) throws MojoFailureException {
        InfoFormat format = Setting.named("format").choice(mojo.format, InfoFormat.class);
        List<String> families = new ArrayList<>();
        if (mojo.generateBuildPropertiesFile) {
            families.add(BuildInfo.BUILD);
        }
        if (mojo.generateGitPropertiesFile) {
            families.add(BuildInfo.GIT);
        }
        if (mojo.skipPoms && mojo.project().getPackaging().equals("pom")) {
            families.clear();
        }
        String byDefault = "META-INF/build-info." + format.extension();
        InfoFile build = file(mojo, "outputFile", mojo.outputFile, byDefault, format, prefixes);
        InfoFile git = file(mojo, "gitOutputFile", mojo.gitOutputFile, "git.properties", format, prefixes);
        if (format != InfoFormat.PROPERTIES) {
            return families.isEmpty() ? List.of() : List.of(build.with(families));
        }
        if (build.output().path().equals(git.output().path())) {
            throw new MojoFailureException("<outputFile> and <gitOutputFile> are both '"
                    + ShownPaths.of(mojo.session()).of(build.output().path())
                    + "'; name two files, or choose the <format> 'json', which needs one.");
        }
        return families.stream()
                .map(family -> (family.equals(BuildInfo.BUILD) ? build : git).with(List.of(family)))
                .toList();
    }

    private static InfoFile file(
            WriteInfoMojo mojo,
            String parameter,
            @Nullable File given,
            String byDefault,
            InfoFormat format,
            KeyPrefixes prefixes)
            throws MojoFailureException {
        File file = given == null ? new File(mojo.project().getBuild().getOutputDirectory(), byDefault) : given;
        Setting.named(parameter).file(file, mojo.project().getBasedir());
        Output output = Output.of(
                file,
                new File(mojo.project().getBuild().getDirectory()),
                mojo.project().getBasedir());
        return new InfoFile(parameter, output, format, List.of(), prefixes, isFiltered(mojo, file));
    }

    private static boolean isFiltered(WriteInfoMojo mojo, File file) {
        return mojo.project().getResources().stream()
                .filter(Resource::isFiltering)
                .anyMatch(resource -> BaseDirectory.absolute(file)
                        .startsWith(BaseDirectory.absolute(new File(resource.getDirectory()))));
    }

    private static InfoRequest request(WriteInfoMojo mojo) throws IOException, MojoFailureException {
        Map<String, String> additional = additional(mojo.additionalProperties);
        InfoRequest request = new InfoRequest(
                new InfoRequest.Project(
                        mojo.project().getGroupId(),
                        mojo.project().getArtifactId(),
                        mojo.project().getVersion(),
                        new Setting("The project's <name>").text(mojo.project().getName())),
                mojo.realDirectory(),
                Setting.named("time").meant(Setting.named("time").text(mojo.time), TimeSource::parse),
                mojo.outputTimestamp == null
                        ? null
                        : new Setting("project.build.outputTimestamp").text(mojo.outputTimestamp),
                mojo.session().getStartTime().toInstant(),
                additional,
                Setting.named("includes").words(mojo.includes, KeySelection::checked),
                Setting.named("excludes").words(mojo.excludes, KeySelection::checked),
                mojo.reproducible,
                Setting.named("environment").words(mojo.environment, EnvironmentKeys::checked),
                rules(mojo.rules, additional),
                defaults(mojo.defaults),
                git(mojo),
                InfoSources.host(mojo.session()));
        requireTime(request);
        return request;
    }

    /** What would be wrong only when the time is asked for fails before anything is done. */
    private static void requireTime(InfoRequest request) throws MojoFailureException {
        try {
            Optional<BuildTime> unusedTime = request.time()
                    .resolve(
                            request.outputTimestamp(),
                            request.host().environment(),
                            request.sessionStart(),
                            Optional::empty);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage() + ".", e);
        }
    }

    /** Globs that no key can match, as they are likely to be misspelt. */
    List<Note> unmatched() {
        Set<String> known = InfoKeys.all();
        request.additional().keySet().forEach(name -> known.add(BuildInfo.BUILD + name));
        List<Note> notes = new ArrayList<>();
        Map.of("includes", request.includes(), "excludes", request.excludes())
                .forEach((parameter, globs) -> KeySelection.unmatched(globs, known)
                        .forEach(glob ->
                                notes.add(Note.warn(Setting.named(parameter).shown() + ": no key matches '" + glob
                                        + "', so it has no effect. Is it misspelt?"))));
        return notes;
    }

    private static InfoRequest.Git git(WriteInfoMojo mojo) throws MojoFailureException {
        Setting.named("gitTimeout").number(mojo.gitTimeout, 1, Integer.MAX_VALUE, "whole seconds from 1 on");
        Setting.named("abbrevLength").number(mojo.abbrevLength, 4, MOST_DIGITS, "4 to " + MOST_DIGITS);
        return new InfoRequest.Git(
                mojo.gitRequired,
                mojo.failOnUnableToExtractRepoInfo,
                mojo.abbrevLength,
                describe(mojo),
                Duration.ofSeconds(mojo.gitTimeout),
                Setting.named("gitExecutable").text(mojo.gitExecutable));
    }

    private static GitDescribe describe(WriteInfoMojo mojo) throws MojoFailureException {
        Setting abbrev = Setting.named("describeAbbrev");
        int digits = mojo.describeAbbrev == null ? mojo.abbrevLength : mojo.describeAbbrev;
        if (digits != 0) {
            abbrev.number(digits, 4, MOST_DIGITS, "4 to " + MOST_DIGITS + ", and 0 for the tag alone");
        } else if (mojo.describeLong) {
            throw abbrev.wrong(
                    digits,
                    ", which leaves nothing for <describeLong> (-Dsyscall.describeLong) to add;"
                            + " change one of them");
        }
        Setting match = Setting.named("describeMatch");
        return new GitDescribe(
                mojo.describeTags,
                mojo.describeLong,
                digits,
                match.meant(match.text(mojo.describeMatch), TagGlob::new),
                orNone(Setting.named("describeDirty").text(mojo.describeDirty)));
    }

    /** Maven puts the default in the place of an empty element, so it takes a word to say nothing. */
    private static String orNone(String value) {
        return value.equals("none") ? "" : value;
    }

    private static Map<String, String> additional(Map<String, @Nullable String> properties)
            throws MojoFailureException {
        Map<String, String> additional = new TreeMap<>();
        for (Map.Entry<String, @Nullable String> property : properties.entrySet()) {
            String value = property.getValue();
            if (value == null) {
                throw new MojoFailureException(
                        "<additionalProperties>: '" + property.getKey() + "' has no value; give it one, or remove it.");
            }
            additional.put(
                    property.getKey(), Setting.tag("additionalProperties").text(value));
        }
        return additional;
    }

    private static List<InfoRule> rules(List<@Nullable Rule> rules, Map<String, String> additional)
            throws MojoFailureException {
        Set<String> added =
                additional.keySet().stream().map(BuildInfo.BUILD::concat).collect(Collectors.toSet());
        List<InfoRule> read = new ArrayList<>();
        for (Rule rule : Setting.tag("rules").items(rules)) {
            read.add(rule.read(added));
        }
        return List.copyOf(read);
    }

    private static Map<String, String> defaults(Map<String, @Nullable String> defaults) throws MojoFailureException {
        SortedSet<String> known = InfoKeys.all();
        Map<String, String> values = new TreeMap<>();
        for (Map.Entry<String, @Nullable String> entry : defaults.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw Setting.tag("defaults")
                        .wrong(
                                entry.getKey(),
                                ", which is not a key; keys are written as in git.branch, before any"
                                        + " change of the prefix");
            }
            String value = entry.getValue();
            values.put(
                    entry.getKey(), value == null ? "" : Setting.tag("defaults").text(value));
        }
        return values;
    }
}
