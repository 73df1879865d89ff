package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.checksum.create.CreationRequest.SidecarOutput;
import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.list.write.SidecarStyle;
import io.github.syscallmaven.checksum.verify.Companions;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.Durability;
import io.github.syscallmaven.mojo.BaseDirectory;
import io.github.syscallmaven.mojo.ProgressDisplay;
import io.github.syscallmaven.mojo.ProjectFolders;
import io.github.syscallmaven.mojo.Setting;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code write-checksums}, read.
 *
 * @param base null for the default
 * @param sidecars null for none
 */
record CreationSettings(
        Algorithms available,
        List<Algorithm> algorithms,
        ListOutputs outputs,
        ArtifactSelection selection,
        List<FileTree> trees,
        List<File> files,
        Names names,
        @Nullable File base,
        @Nullable SidecarOutput sidecars,
        String attachClassifier,
        Durability durability,
        HashingOptions hashing) {
    static CreationSettings of(WriteChecksumsMojo mojo, ProjectFolders folders) throws MojoFailureException {
        Algorithms available = mojo.available();
        List<Algorithm> algorithms = AlgorithmParameters.all(available, mojo.algorithms);
        return new CreationSettings(
                available,
                algorithms,
                ListOutputs.of(mojo.sumsFormat, mojo.sumsFile, folders, algorithms),
                new ArtifactSelection(
                        new Companions(available),
                        mojo.artifacts,
                        Setting.named("classifiers").words(mojo.classifiers),
                        Setting.named("types").words(mojo.types),
                        mojo.poms),
                trees(mojo),
                Setting.named("files").files(mojo.files),
                names(mojo),
                Setting.named("baseDirectory").fileOrNull(mojo.baseDirectory),
                sidecars(mojo),
                Setting.named("attachClassifier").text(mojo.attachClassifier),
                Setting.named("durability").choice(mojo.durability, Durability.class),
                mojo.hashing(mojo.failFast, ProgressDisplay.of(mojo.session(), mojo.getLog())));
    }

    private static List<FileTree> trees(WriteChecksumsMojo mojo) throws MojoFailureException {
        List<FileTree> trees = new ArrayList<>();
        for (FileSet fileSet : Setting.tag("fileSets").items(mojo.fileSets)) {
            trees.add(fileSet.tree());
        }
        Patterns patterns = Patterns.of(
                Setting.named("fileIncludes"), mojo.fileIncludes, Setting.named("fileExcludes"), mojo.fileExcludes);
        if (mojo.directory != null) {
            Setting setting = Setting.named("directory");
            trees.add(new FileTree(setting, setting.file(mojo.directory), patterns, true));
        }
        return List.copyOf(trees);
    }

    private static Names names(WriteChecksumsMojo mojo) throws MojoFailureException {
        if (mojo.names == null) {
            return mojo.attach ? Names.REPOSITORY : Names.FILE;
        }
        return Setting.named("names").choice(mojo.names, Names.class);
    }

    private static @Nullable SidecarOutput sidecars(WriteChecksumsMojo mojo) throws MojoFailureException {
        SidecarStyle style = Setting.named("sidecarStyle").choice(mojo.sidecarStyle, SidecarStyle.class);
        File folder = Setting.named("sidecarDirectory").fileOrNull(mojo.sidecarDirectory);
        if (!mojo.sidecars) {
            return null;
        }
        return new SidecarOutput(style, folder == null ? null : BaseDirectory.pathOf(folder));
    }

    /** Whether something is written that has names in it. */
    boolean hasNames() {
        return !outputs.files().isEmpty() || (sidecars != null && sidecars.style() == SidecarStyle.NAMED);
    }
}
