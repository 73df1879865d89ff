package io.github.syscallmaven.mojo;

import io.github.syscallmaven.checksum.Input;
import io.github.syscallmaven.io.BytePath;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;

/** What the parameters say is to be hashed. */
record ChecksumInputs(BaseDirectory base) {
    List<Input> of(List<ProjectArtifact> artifacts, List<FileSet> fileSets, List<File> files)
            throws MojoFailureException {
        List<Input> inputs = new ArrayList<>();
        for (ProjectArtifact artifact : artifacts) {
            inputs.add(new Input.Named(base.nameOf("The artifact", artifact.file())));
        }
        for (File file : files) {
            BytePath name = base.nameOf("<files>:", Setting.named("files").file(file));
            if (name.isEmpty()) {
                throw new MojoFailureException("<files> (-Dsyscall.files) has '" + file
                        + "', which is the base directory itself; name files, or give the directory to a <fileSet>.");
            }
            inputs.add(new Input.Named(name));
        }
        for (FileSet fileSet : fileSets) {
            inputs.add(tree(fileSet));
        }
        return inputs;
    }

    private Input tree(FileSet fileSet) throws MojoFailureException {
        if (fileSet.directory == null) {
            throw new MojoFailureException("A <fileSet> has no <directory>; give it one.");
        }
        File directory = Setting.tag("directory").file(fileSet.directory);
        return new Input.Tree(base.nameOf("<fileSet>: <directory>", directory), fileSet.filter());
    }
}
