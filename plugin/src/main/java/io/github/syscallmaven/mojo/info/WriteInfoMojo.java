package io.github.syscallmaven.mojo.info;

import io.github.syscallmaven.info.BuildInfo;
import io.github.syscallmaven.info.collect.BrokenRulesException;
import io.github.syscallmaven.info.git.GitCache;
import io.github.syscallmaven.info.git.process.GitException;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Printable;
import io.github.syscallmaven.mojo.BaseDirectory;
import io.github.syscallmaven.mojo.NoteLog;
import io.github.syscallmaven.mojo.ShownPaths;
import io.github.syscallmaven.mojo.WrittenFiles;
import io.github.syscallmaven.mojo.parameter.SyscallMojo;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes build info: coordinates, time, git commit, CI build. By default it writes the two files that Spring Boot
 * Actuator shows, {@code META-INF/build-info.properties} and {@code git.properties}, and sets the same keys as
 * properties of the project.
 *
 * <p>Each file is written whole or not at all, and not touched if nothing has changed.
 */
@Mojo(name = "write-info", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true)
public final class WriteInfoMojo extends SyscallMojo {
    /** How much of a value {@code -X} shows, in characters. */
    private static final int LONGEST_SHOWN = 200;

    /**
     * The file for the {@code build.*} keys; with {@code format} {@code json} the file for all keys. Default: {@code
     * META-INF/build-info.properties} ({@code .json}) in the project's output directory. A file that an earlier build
     * has written and this one does not write is removed, so that it is not packaged.
     */
    @Parameter(property = "syscall.outputFile")
    @Nullable
    File outputFile;

    /**
     * The file for the {@code git.*} keys, which {@code format} {@code json} does not need. Default: {@code
     * git.properties} in the project's output directory.
     */
    @Parameter(property = "syscall.gitOutputFile")
    @Nullable
    File gitOutputFile;

    /**
     * Whether to write the {@code build.*} keys to a file. If {@code false}, they are still set as properties of the
     * project.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.generateBuildPropertiesFile", defaultValue = "true")
    boolean generateBuildPropertiesFile;

    /**
     * Whether to write the {@code git.*} keys to a file. If {@code false}, they are still set as properties of the
     * project; to have neither, exclude {@code git.*}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.generateGitPropertiesFile", defaultValue = "true")
    boolean generateGitPropertiesFile;

    /**
     * Whether to write no files in projects of packaging {@code pom}, which package nothing. Their properties are still
     * set.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.skipPoms", defaultValue = "true")
    boolean skipPoms;

    /**
     * {@code properties}: two ASCII files (other characters as Unicode escapes), with sorted keys and no date. {@code
     * json}: one nested UTF-8 document. {@code json-flat}: one JSON object with the same keys as the properties.
     */
    @Parameter(property = "syscall.format", defaultValue = "properties")
    String format;

    /**
     * The time of the build, written in UTC and whole seconds. {@code auto}: {@code project.build.outputTimestamp} if
     * set, otherwise the environment's {@code SOURCE_DATE_EPOCH}, otherwise the start of the Maven session. {@code
     * commit}: that of the git commit. {@code off}: no time. Or an ISO instant such as {@code 2024-01-01T00:00:00Z}, or
     * seconds since 1970.
     */
    @Parameter(property = "syscall.time", defaultValue = "auto")
    String time;

    /** The value as Maven sees it: the command line takes precedence, and references are resolved. */
    @Parameter(defaultValue = "${project.build.outputTimestamp}", readonly = true)
    @Nullable
    String outputTimestamp;

    /**
     * More keys, written with {@code buildPrefix} in front of their names: {@code <team>blue</team>} becomes {@code
     * build.team=blue}. Such a key replaces one that the goal writes itself.
     */
    @Parameter
    Map<String, @Nullable String> additionalProperties = Map.of();

    /**
     * Globs for the keys to write, {@code *} and {@code ?}, before any change of the prefix, such as {@code
     * git.commit.*}. Default: all keys except {@code git.tags} and {@code git.total.commit.count}, which cost a git
     * process each. To write these, name them in full, together with {@code *} for the others.
     */
    @Parameter(property = "syscall.includes")
    List<@Nullable String> includes = List.of();

    /**
     * Globs for keys not to write; they take precedence over {@code includes}. A key that is not written is not looked
     * up either.
     */
    @Parameter(property = "syscall.excludes")
    List<@Nullable String> excludes = List.of();

    /**
     * Whether to leave out what differs between two checkouts of the same commit: the branch, tags, remote, host, user,
     * CI build, and a time that is only the session's start.
     */
    @Parameter(property = "syscall.reproducible", defaultValue = "false")
    boolean reproducible;

    /**
     * Groups of keys that are not written by default: {@code jdk}, {@code maven}, {@code os}, {@code user}, {@code
     * host}.
     */
    @Parameter(property = "syscall.environment")
    List<@Nullable String> environment = List.of();

    /** The prefix of the {@code build.*} keys. */
    @Parameter(property = "syscall.buildPrefix", defaultValue = "build")
    String buildPrefix;

    /**
     * Values for keys that have none, such as {@code <git.branch>unknown</git.branch>} for a build without a
     * repository, so that no filtered resource keeps its {@code ${git.branch}} and no {@code finalName} ends in {@code
     * null}. Names of keys are as documented, before any change of a prefix. Excluded keys get no default; keys that
     * {@code reproducible} leaves out do. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter
    Map<String, @Nullable String> defaults = Map.of();

    /**
     * Conditions on keys, each a {@code <rule>} with {@code <key>}, {@code <value>} or {@code <pattern>} (a regular
     * expression for the whole value) and {@code <message>}. A broken rule fails the build, and nothing is written. A
     * key without a value has the empty text. A rule may use keys that are not written, but not those of {@code
     * environment}. Names of keys are as documented, before any change of a prefix. Default: none.
     *
     * @since 1.0.0
     */
    @Parameter
    List<@Nullable Rule> rules = List.of();

    /** The prefix of the {@code git.*} keys; {@code none} for no prefix. Spring Boot reads only {@code git}. */
    @Parameter(property = "syscall.gitPrefix", defaultValue = "git")
    String gitPrefix;

    /**
     * Whether the build fails when the project is outside any git repository, or when there is no git program. If
     * {@code false}, the {@code git.*} keys are left out, and the log reports it once.
     */
    @Parameter(property = "syscall.gitRequired", defaultValue = "false")
    boolean gitRequired;

    /**
     * Whether the build fails when git fails, as it does in a repository that belongs to another user. If {@code
     * false}, the {@code git.*} keys are left out, and a warning says why.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.failOnUnableToExtractRepoInfo", defaultValue = "true")
    boolean failOnUnableToExtractRepoInfo;

    /** The git program: a path, or a name on the {@code PATH}. */
    @Parameter(property = "syscall.gitExecutable", defaultValue = "git")
    String gitExecutable;

    /** How many seconds each git process may take before it is ended and the build fails. */
    @Parameter(property = "syscall.gitTimeout", defaultValue = "30")
    int gitTimeout;

    /** Digits of {@code git.commit.id.abbrev}, 4 to 64. */
    @Parameter(property = "syscall.abbrevLength", defaultValue = "7")
    int abbrevLength;

    /**
     * The tags that {@code git.commit.id.describe} and {@code git.closest.tag.*} use: a glob, as in {@code git describe
     * --match}.
     */
    @Parameter(property = "syscall.describeMatch", defaultValue = "*")
    String describeMatch;

    /**
     * Whether they use all tags; if {@code false}, only annotated ones, as {@code git describe} without {@code --tags}.
     */
    @Parameter(property = "syscall.describeTags", defaultValue = "false")
    boolean describeTags;

    /** Whether even a tagged commit is described by tag, count and id, as by {@code git describe --long}. */
    @Parameter(property = "syscall.describeLong", defaultValue = "false")
    boolean describeLong;

    /** The suffix of the description when tracked files differ from the commit; {@code none} for no suffix. */
    @Parameter(property = "syscall.describeDirty", defaultValue = "-dirty")
    String describeDirty;

    /** Digits of the commit's id in the description, 4 to 64; 0 for the tag alone. Default: {@code abbrevLength}. */
    @Parameter(property = "syscall.describeAbbrev")
    @Nullable
    Integer describeAbbrev;

    /**
     * Whether the keys also become properties of the project, for resource filtering and manifests. They override
     * properties of the POM, which can serve as fallbacks. Properties of the command line are kept. If a value, such as
     * the name of a branch, contains an expression that Maven would evaluate ({@code ${...}}, {@code @{...}}, {@code
     * #{...}}, {@code @...@}), the property has {@code _} in place of {@code $}, {@code @} and {@code #}, and a warning
     * names the key.
     */
    @Parameter(property = "syscall.exportProperties", defaultValue = "true")
    boolean exportProperties;

    /**
     * Whether to rewrite files that differ only in the session's start time. If {@code false}, such files are kept, and
     * the properties have the time of the files, so that incremental builds stay incremental.
     */
    @Parameter(property = "syscall.force", defaultValue = "false")
    boolean force;

    /**
     * {@code none}: each file is whole even if the process is killed at any moment. {@code full}: also if the power
     * fails; calls fsync on file and directory.
     */
    @Parameter(property = "syscall.durability", defaultValue = "none")
    String durability;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try (GitCache git = InfoSources.git(session)) {
            goalRun().run(() -> {
                InfoSettings settings = InfoSettings.of(this);
                settings.request().gitRequest().ifPresent(git::begin);
                return access -> write(access.io(), git, settings);
            });
        }
    }

    /** The project's, as git names it. */
    String realDirectory() throws IOException {
        return BaseDirectory.pathOf(project.getBasedir().toPath().toRealPath()).toString();
    }

    private void write(FileIo io, GitCache git, InfoSettings settings) throws IOException, MojoFailureException {
        InfoFiles files = new InfoFiles(io, settings.files(), settings.options());
        NoteLog notes = new NoteLog(session, getLog());
        settings.unmatched().forEach(notes::log);
        try {
            BuildInfo found = InfoSources.collector(git, io).collect(settings.request());
            BuildInfo info = force ? found : files.asBefore(found);
            new InfoWriter(
                            files,
                            new EarlierOutputs(io, project, mojoExecution),
                            WrittenFiles.of(call()),
                            ShownPaths.of(session),
                            getLog())
                    .write(info, notes.logAllButInfo(info.notes()));
            export(settings.prefixes().written(info.keys()), notes);
        } catch (BrokenRulesException e) {
            throw new MojoFailureException("Nothing was written, as rules are broken: " + e.getMessage() + ".", e);
        } catch (GitException e) {
            throw new MojoFailureException(GitRemedy.wording(e) + ".", e);
        }
    }

    private void export(SortedMap<String, String> keys, NoteLog notes) {
        keys.forEach((key, value) -> getLog().debug(key + " = '" + Printable.of(value, LONGEST_SHOWN) + "'"));
        if (exportProperties) {
            new ExportedProperties(session, project, notes).set(keys);
        }
    }
}
