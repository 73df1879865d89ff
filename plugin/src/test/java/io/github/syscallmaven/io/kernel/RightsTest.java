package io.github.syscallmaven.io.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.Durability;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.io.WriteResult;
import io.github.syscallmaven.io.WriteResult.Outcome;
import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.io.RealTree;
import io.github.syscallmaven.testing.io.Refusals;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may do nothing with a file may do nothing with the one that replaces it, seen by getfacl(1). */
class RightsTest {
    private static final List<String> GROUP_HAS_NONE =
            List.of("user::rw-", "user:20009:rw-", "group::---", "mask::rw-", "other::---");

    @SuppressWarnings("NullAway.Init")
    private RealTree tree;

    @BeforeEach
    void create() throws Exception {
        tree = new RealTree(TestKernel.GATE);
        tree.directory("root/d");
        Prerequisite.works("setfacl", "-m", "u:20009:rw", tree.path("root").toString());
    }

    @AfterEach
    void remove() throws Exception {
        tree.close();
    }

    private void setAcl(String name, String... acl) throws Exception {
        for (String entries : acl) {
            Run.of("setfacl", "-m", entries, tree.path(name).toString()).successful();
        }
    }

    private List<String> acl(String name) throws Exception {
        return Run.of("getfacl", "-cn", tree.path(name).toString())
                .successful()
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private WriteResult write(Gate gate, String text, WriteOptions options) throws IOException {
        FileIo io = new SyscallFileIo(new Syscalls(TestKernel.ARCH, gate));
        try (Root root = io.open(BytePath.of(tree.path("root").toString()))) {
            return root.write(BytePath.of("d/f"), Content.of(text.getBytes(UTF_8)), options);
        }
    }

    private static List<WriteOptions> allOptions() {
        return List.of(
                WriteOptions.DEFAULT, WriteOptions.DEFAULT.askingOnce(), WriteOptions.DEFAULT.with(Durability.FULL));
    }

    @Test
    void anAclIsKept() throws Exception {
        tree.file("root/d/f", "old");
        setAcl("root/d/f", "u:20009:rw,g::-,o::-");
        assertThat(acl("root/d/f")).isEqualTo(GROUP_HAS_NONE);

        for (WriteOptions options : allOptions()) {
            assertThat(write(TestKernel.GATE, "new " + options, options))
                    .isEqualTo(new WriteResult(Outcome.REPLACED, List.of()));
            assertThat(acl("root/d/f")).isEqualTo(GROUP_HAS_NONE);
        }
    }

    /** Permissions that let the group in would let in whoever the directory's default ACL names. */
    @Test
    void whatADirectoryGivesToNewFilesIsNotGivenToReplacedOnes() throws Exception {
        tree.file("root/d/f", "old");
        tree.permissions("root/d/f", 0660);
        setAcl("root/d", "d:u:20009:rw,d:g:20010:rw");

        for (WriteOptions options : allOptions()) {
            write(TestKernel.GATE, "new " + options, options);
            assertThat(acl("root/d/f")).containsExactly("user::rw-", "group::rw-", "other::---");
        }
    }

    @Test
    void anAclIsKeptWhereTheDirectoryGivesAnother() throws Exception {
        tree.file("root/d/f", "old");
        setAcl("root/d/f", "u:20009:rw,g::-,o::-");
        setAcl("root/d", "d:u:20011:rwx");

        write(TestKernel.GATE, "new", WriteOptions.DEFAULT);

        assertThat(acl("root/d/f")).isEqualTo(GROUP_HAS_NONE);
    }

    @Test
    void aNewFileHasWhatItsDirectoryGives() throws Exception {
        setAcl("root/d", "d:u:20011:rwx");
        tree.file("root/d/theirs", "text");

        write(TestKernel.GATE, "new", WriteOptions.DEFAULT);

        assertThat(acl("root/d/f")).isEqualTo(acl("root/d/theirs")).contains("user:20011:rwx\t#effective:rw-");
    }

    @ParameterizedTest
    @EnumSource(names = {"EPERM", "ENOSYS", "EOPNOTSUPP", "ENOSPC", "EIO", "EINVAL"})
    void anAclThatCannotBeSetGivesNobodyMoreThanAllHad(Errno errno) throws Exception {
        for (String inherited : List.of("u:20011:rwx", "d:u:20011:rwx")) {
            tree.file("root/d/f", "old");
            setAcl("root/d/f", "u:20009:rw,g::r,o::r");
            setAcl("root/d", inherited);

            WriteResult result = write(Refusals.of(Call.FSETXATTR, errno), "new " + inherited, WriteOptions.DEFAULT);

            boolean mayBeInherited = inherited.startsWith("d:");
            assertThat(result.outcome()).isEqualTo(Outcome.REPLACED);
            assertThat(result.warnings())
                    .singleElement()
                    .asString()
                    .startsWith("'" + tree.path("root/d/f") + "' has fewer permissions than the file that it replaces, "
                            + (mayBeInherited ? "600" : "644") + " instead of 664 and an ACL: fsetxattr: " + errno);
            assertThat(acl("root/d/f"))
                    .filteredOn(entry -> !entry.startsWith("user:20011:") || !entry.endsWith("effective:---"))
                    .containsExactly(
                            mayBeInherited
                                    ? new String[] {"user::rw-", "group::r-x\t#effective:---", "mask::---", "other::---"
                                    }
                                    : new String[] {"user::rw-", "group::r--", "other::r--"});
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EPERM", "ENOSYS", "EIO", "ERANGE"})
    void whatMayHaveAnAclIsReplacedByAFileOfItsOwnerAlone(Errno errno) throws Exception {
        tree.file("root/d/f", "old");
        setAcl("root/d/f", "u:20009:rw,g::-,o::-");

        WriteResult result = write(Refusals.of(Call.FGETXATTR, errno), "new", WriteOptions.DEFAULT);

        assertThat(result.warnings()).singleElement().asString().contains("600 instead of 660: fgetxattr: " + errno);
        assertThat(acl("root/d/f")).containsExactly("user::rw-", "group::---", "other::---");
    }

    @Test
    void permissionsOfTheOwnerAloneNeedNoAcl() throws Exception {
        tree.file("root/d/f", "old");
        tree.permissions("root/d/f", 0600);

        assertThat(write(Refusals.of(Call.FGETXATTR, Errno.EPERM), "new", WriteOptions.DEFAULT)
                        .warnings())
                .isEmpty();
    }

    /** Other bytes have other hashes, origins and signatures. */
    @Test
    void otherAttributesSpeakOfTheOldBytesAndGoWithThem() throws Exception {
        tree.file("root/d/f", "old");
        Files.setAttribute(tree.path("root/d/f"), "user:note", UTF_8.encode("of the old bytes"));

        write(TestKernel.GATE, "new", WriteOptions.DEFAULT);

        assertThat(Files.readAttributes(tree.path("root/d/f"), "user:*")).isEmpty();
    }

    /** As for somebody who is not a member of the group any more. */
    @ParameterizedTest
    @CsvSource({"0640, 0600", "0644, 0644", "0664, 0644", "0604, 0600", "0660, 0600", "0777, 0777", "0606, 0600"})
    void rightsOfAGroupThatCannotBeKeptAreNotAnotherGroups(String before, String after) throws Exception {
        Prerequisite.root();
        tree.file("root/d/f", "old");
        Run.of("chgrp", "20010", tree.path("root/d/f").toString()).successful();
        tree.permissions("root/d/f", Integer.parseInt(before, 8));

        WriteResult result = write(Refusals.of(Call.FCHOWN, Errno.EPERM), "new", WriteOptions.DEFAULT);

        assertThat(Files.getAttribute(tree.path("root/d/f"), "unix:gid")).isEqualTo(0);
        assertThat((int) Files.getAttribute(tree.path("root/d/f"), "unix:mode") & 0777)
                .isEqualTo(Integer.parseInt(after, 8));
        assertThat(result.warnings()).hasSize(before.equals(after) ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAclNamesNobodyWhereItsGroupCannotBeKept(boolean sameOwner) throws Exception {
        Prerequisite.root();
        tree.file("root/d/f", "old");
        Run.of(
                        "chown",
                        sameOwner ? "0:20010" : "20012:20010",
                        tree.path("root/d/f").toString())
                .successful();
        setAcl("root/d/f", "u:20009:rw,g::rw,o::r");

        WriteResult result = write(Refusals.of(Call.FCHOWN, Errno.EPERM), "new", WriteOptions.DEFAULT);

        assertThat(acl("root/d/f")).containsExactly("user::rw-", "group::r--", "other::r--");
        assertThat(result.warnings())
                .singleElement()
                .asString()
                .contains("644 instead of 664 and an ACL: fchown: EPERM");
    }
}
