package io.github.syscallmaven.syscall.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryFoldersTest {
    @TempDir
    Path folder;

    @Test
    void areThoseInWhichJnaWouldLookByItself() throws Exception {
        Prerequisite.file(LibraryFolders.CACHE);
        String byJna = Run.of(Run.java(List.of(), LoadStub.FoldersOfJna.class))
                .successful()
                .output();

        String byUs = Run.of(Run.java(List.of(), LoadStub.FoldersOfJna.class, folder.toString()))
                .successful()
                .output();

        assertThat(byUs).isEqualTo(byJna).contains("/");
        assertThat(LibraryFolders.path(LibraryFolders.CACHE)).isNotNull();
    }

    @Test
    void noProcessIsStartedToFindThem() throws Exception {
        Prerequisite.file(LibraryFolders.CACHE);
        Prerequisite.works("strace", "-f", "true");
        Path log = folder.resolve("log");
        List<String> strace = new ArrayList<>(List.of("strace", "-f", "-e", "trace=execve", "-o"));
        strace.add(log.toString());
        strace.addAll(Run.java(List.of(), LoadStub.class, folder.toString()));

        Run.of(strace).successful();

        assertThat(Files.readString(log)).contains("execve(").doesNotContain("ldconfig");
    }

    @Test
    void foldersThatTheUserNamesStay() throws Exception {
        List<String> options = List.of("-Djna.platform.library.path=/usr/lib:/nowhere");

        Run run = Run.of(Run.java(options, LoadStub.FoldersOfJna.class, folder.toString()))
                .successful();

        assertThat(run.output().strip()).isEqualTo("[/usr/lib, /nowhere]");
    }

    @Test
    void whatIsNoCacheOfGlibcIsLeftToJna() throws Exception {
        Prerequisite.file(LibraryFolders.CACHE);
        byte[] cache = Files.readAllBytes(LibraryFolders.CACHE);
        Path file = folder.resolve("cache");

        assertThat(LibraryFolders.path(file)).as("none").isNull();
        assertThat(LibraryFolders.path(Files.write(file, new byte[0])))
                .as("empty")
                .isNull();
        assertThat(LibraryFolders.path(Files.write(file, new byte[100])))
                .as("zeros")
                .isNull();
        assertThat(LibraryFolders.path(Files.write(file, Arrays.copyOf(cache, 1_000))))
                .as("cut off")
                .isNull();
        assertThat(LibraryFolders.path(Files.write(file, cache))).isNotNull();
    }
}
