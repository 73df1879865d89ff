package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.checksum.create.Input;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.mojo.BaseDirectory;
import io.github.syscallmaven.mojo.Output;
import io.github.syscallmaven.mojo.Setting;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/** The files to hash, from the parameters. */
record ChecksumInputs(BaseDirectory base, Names names) {
    List<Input> of(List<ProjectArtifact> artifacts, List<FileTree> trees, List<File> files)
            throws MojoFailureException {
        List<Input> inputs = new ArrayList<>();
        for (ProjectArtifact artifact : artifacts) {
            inputs.add(artifact(artifact));
        }
        Set<BytePath> listed = artifacts.stream().map(ProjectArtifact::path).collect(Collectors.toSet());
        for (File file : files) {
            BytePath name = base.nameOf("<files>:", file);
            if (name.isEmpty()) {
                throw Setting.named("files")
                        .wrong(
                                file,
                                ", which is the base directory itself; name files, or give the directory to a"
                                        + " <fileSet>");
            }
            if (!listed.contains(BaseDirectory.pathOf(file))) {
                inputs.add(new Input.Named(name));
            }
        }
        for (FileTree tree : trees) {
            inputs.add(new Input.Tree(base.nameOf(tree.setting().shown(), tree.directory()), tree.filter()));
        }
        return inputs;
    }

    private Input artifact(ProjectArtifact artifact) throws MojoFailureException {
        if (names == Names.FILE) {
            return new Input.Named(base.nameOf("The artifact", artifact.file()));
        }
        Output source = artifact.source();
        return new Input.Named(source.root(), source.name(), BytePath.of(artifact.nameInRepository()));
    }
}
