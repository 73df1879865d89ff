package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.checksum.create.CreationRequest.ListFile;
import io.github.syscallmaven.checksum.list.write.ListFormat;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.mojo.BaseDirectory;
import io.github.syscallmaven.mojo.Output;
import io.github.syscallmaven.mojo.ProjectFolders;
import io.github.syscallmaven.mojo.Setting;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * The lists to write, from the parameters.
 *
 * @param folder where they are; without any, the build directory
 */
record ListOutputs(File folder, List<File> files, List<ListFile> lists) {
    private static final String PLACEHOLDER = "{algorithm}";

    /** The values of {@code <sumsFormat>}. */
    private enum Format {
        GNU(ListFormat.GNU, "checksums." + PLACEHOLDER),
        BSD(ListFormat.BSD, "checksums.txt"),
        CSV(ListFormat.CSV, "checksums.csv"),
        JSON(ListFormat.JSON, "checksums.json"),
        NONE(ListFormat.GNU, "");

        private final ListFormat written;
        private final String defaultName;

        Format(ListFormat written, String defaultName) {
            this.written = written;
            this.defaultName = defaultName;
        }
    }

    static ListOutputs of(
            String sumsFormat, @Nullable File sumsFile, ProjectFolders folders, List<Algorithm> algorithms)
            throws MojoFailureException {
        Format chosen = Setting.named("sumsFormat").choice(sumsFormat, Format.class);
        File build = folders.build();
        if (chosen == Format.NONE) {
            return new ListOutputs(build, List.of(), List.of());
        }
        File template = sumsFile == null
                ? new File(build, chosen.defaultName)
                : Setting.named("sumsFile").file(sumsFile, folders.base());
        ListOutputs outputs = new ListOutputs(template.getParentFile(), new ArrayList<>(), new ArrayList<>());
        if (chosen == Format.GNU) {
            requirePlaceholder(template, algorithms);
            for (Algorithm algorithm : algorithms) {
                outputs.add(named(template, algorithm), folders, chosen.written, List.of(algorithm));
            }
        } else if (template.getName().contains(PLACEHOLDER)) {
            throw new MojoFailureException("<sumsFile> (-Dsyscall.sumsFile) is '" + template + "', but <sumsFormat> '"
                    + sumsFormat + "' takes one file for all algorithms; leave '" + PLACEHOLDER + "' out of the name.");
        } else {
            outputs.add(template, folders, chosen.written, algorithms);
        }
        return outputs;
    }

    /** Whether this is one of the lists. */
    boolean writes(File file) {
        return writes(BaseDirectory.pathOf(file));
    }

    /** The same for an absolute path without {@code .} and {@code ..}. */
    boolean writes(BytePath path) {
        return lists.stream().anyMatch(list -> list.path().equals(path));
    }

    private static void requirePlaceholder(File template, List<Algorithm> algorithms) throws MojoFailureException {
        if (algorithms.size() > 1 && !template.getName().contains(PLACEHOLDER)) {
            throw new MojoFailureException("<sumsFile> (-Dsyscall.sumsFile) is '" + template
                    + "', but <sumsFormat> 'gnu'"
                    + " takes one file for each of the " + algorithms.size() + " algorithms; put '" + PLACEHOLDER
                    + "' into the name, or choose the <sumsFormat> 'bsd'.");
        }
    }

    private static File named(File template, Algorithm algorithm) {
        return new File(template.getParentFile(), template.getName().replace(PLACEHOLDER, algorithm.extension()));
    }

    private void add(File file, ProjectFolders folders, ListFormat format, List<Algorithm> algorithms) {
        Output output = Output.of(file, folders.build(), folders.base());
        files.add(file);
        lists.add(new ListFile(output.root(), output.name(), format, algorithms));
    }
}
