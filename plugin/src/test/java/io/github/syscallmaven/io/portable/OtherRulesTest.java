package io.github.syscallmaven.io.portable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.RefusedException;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.io.WriteResult.Outcome;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names under the rules of Windows and macOS. */
class OtherRulesTest {
    private enum Host {
        WINDOWS(Configuration.windows(), "C:/work"),
        MACOS(Configuration.osX(), "/work");

        private final Configuration rules;
        private final String folder;

        Host(Configuration rules, String folder) {
            this.rules = rules;
            this.folder = folder;
        }

        FileSystem files() {
            return Jimfs.newFileSystem(rules);
        }

        Root root(FileSystem files) throws IOException {
            return new PortableFileIo(files).open(BytePath.of(folder));
        }
    }

    private static Outcome write(Root root, String name) throws IOException {
        return root.write(BytePath.of(name), Content.of(name.getBytes(UTF_8)), WriteOptions.DEFAULT)
                .outcome();
    }

    private static List<String> names(FileSystem files) throws IOException {
        Path work = files.getPath("").toAbsolutePath();
        try (Stream<Path> all = Files.walk(work)) {
            return all.filter(path -> !path.equals(work))
                    .map(path -> work.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesThatDifferByCaseAreNotTakenForOneAnother(Host host) throws Exception {
        try (FileSystem files = host.files();
                Root root = host.root(files)) {
            write(root, "read.me");
            write(root, "d/f");

            for (String name : List.of("READ.ME", "D/f", "d/F", "D/new")) {
                assertThatThrownBy(() -> write(root, name))
                        .as(name)
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining(host.folder + "/" + name + ": its name is '")
                        .hasMessageContaining("on this host, for which the two are one name");
            }
            for (String name : List.of("READ.ME", "D/f", "d/F")) {
                assertThatThrownBy(() -> root.stat(BytePath.of(name))).isInstanceOf(RefusedException.class);
                assertThatThrownBy(() -> root.readAll(BytePath.of(name), 100)).isInstanceOf(RefusedException.class);
                assertThatThrownBy(() -> root.remove(BytePath.of(name))).isInstanceOf(RefusedException.class);
            }
            assertThat(names(files)).containsExactly("d", "d/f", "read.me");
            assertThat(root.readAll(BytePath.of("read.me"), 100))
                    .asString(UTF_8)
                    .isEqualTo("read.me");
        }
    }

    /** A list that was written elsewhere may have the other form. */
    @Test
    void formsOfUnicodeAreOneNameOnMacos() throws Exception {
        try (FileSystem files = Host.MACOS.files();
                Root root = Host.MACOS.root(files)) {
            write(root, "\u00e4");

            assertThat(root.readAll(BytePath.of("a\u0308"), 10)).asString(UTF_8).isEqualTo("\u00e4");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NUL",
                "nul",
                "NUL.txt",
                "nul .tar.gz",
                "CON",
                "con.properties",
                "PRN",
                "AUX",
                "COM1",
                "lpt9.log",
                "COM\u00b2",
                "CONIN$",
                "conout$",
                "dot.",
                "blank ",
                "a:b",
                "C:",
                "C:x",
                "a?",
                "a*",
                "a<b",
                "a>b",
                "a|b",
                "a\"b",
                "a\\b",
                "..\\..\\x",
                "a\tb",
                "a\nb"
            })
    void whatWindowsTakesForSomethingElseIsRefusedByName(String name) throws Exception {
        try (FileSystem files = Host.WINDOWS.files();
                Root root = Host.WINDOWS.root(files)) {
            for (String whole : List.of(name, "d/" + name, name + "/f")) {
                assertThatThrownBy(() -> write(root, whole))
                        .as(whole)
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining("its name");
                assertThatThrownBy(() -> root.stat(BytePath.of(whole))).isInstanceOf(RefusedException.class);
            }
            assertThat(names(files)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NULL",
                "null.txt",
                "CONSOLE",
                "COM",
                "COM10",
                "LPTX",
                "a.nul",
                "nul-a",
                ".con",
                "a b",
                "a.b.c",
                "~$x"
            })
    void otherNamesAreNamesOnWindowsToo(String name) throws Exception {
        try (FileSystem files = Host.WINDOWS.files();
                Root root = Host.WINDOWS.root(files)) {
            assertThat(write(root, name)).isEqualTo(Outcome.CREATED);
            assertThat(names(files)).containsExactly(name);
        }
    }

    @Test
    void bytesThatAreNoTextAreRefusedByName() throws Exception {
        try (FileSystem files = Host.WINDOWS.files();
                Root root = Host.WINDOWS.root(files)) {
            BytePath name = BytePath.of(new byte[] {'d', '/', (byte) 0xff});

            assertThatThrownBy(() -> root.write(name, Content.of(new byte[1]), WriteOptions.DEFAULT))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("C:/work/d/\\xff: its name is not UTF-8, and names are text on this host");
            assertThat(names(files)).isEmpty();
        }
    }

    @Test
    void aDriveIsADirectory() throws Exception {
        try (FileSystem files = Host.WINDOWS.files();
                Root drive = new PortableFileIo(files).open(BytePath.of("C:"))) {
            assertThat(drive.stat(BytePath.of("work"))).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void bytesAreWrittenAsTheyAre(Host host) throws Exception {
        try (FileSystem files = host.files();
                Root root = host.root(files)) {
            root.write(BytePath.of("f"), Content.of("a\nb\r\n".getBytes(UTF_8)), WriteOptions.DEFAULT);

            assertThat(Files.readAllBytes(files.getPath("f"))).isEqualTo("a\nb\r\n".getBytes(UTF_8));
        }
    }
}
