package io.github.syscallmaven.io.kernel;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Durability;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.io.WriteResult;
import io.github.syscallmaven.io.kernel.call.Scratch;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.io.TestAcl;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A file to be written, and what is there before. */
enum WriteScenario {
    CREATE("f", Old.NONE, WriteOptions.DEFAULT),
    CREATE_DURABLY("f", Old.NONE, Options.DURABLY),
    CREATE_ONCE("f", Old.NONE, Options.DURABLY.askingOnce()),
    CREATE_WITHOUT_REPLACING("f", Old.NONE, Options.DURABLY.withoutReplacing()),
    CREATE_IN_NEW_DIRECTORIES("a/b/f", Old.NONE, Options.DURABLY),
    CREATE_IN_NEW_ROOT("f", Old.NO_ROOT, Options.DURABLY),
    REPLACE("f", Old.BEGINNING, WriteOptions.DEFAULT),
    REPLACE_DURABLY("f", Old.BEGINNING, Options.DURABLY),
    REPLACE_ONCE("f", Old.BEGINNING, Options.DURABLY.askingOnce()),
    REPLACE_WHAT_ANOTHER_OWNS("f", Old.OF_ANOTHER, Options.DURABLY),
    REPLACE_WHAT_HAS_AN_ACL("f", Old.WITH_ACL, Options.DURABLY),
    REPLACE_WHERE_NEW_FILES_GET_AN_ACL("f", Old.WITHOUT_ACL_OF_DIRECTORY, Options.DURABLY),
    LEAVE_UNCHANGED("f", Old.SAME, Options.DURABLY),
    LEAVE_UNCHANGED_ONCE("f", Old.SAME, Options.DURABLY.askingOnce()),
    REMOVE_LEFTOVER("f", Old.WITH_LEFTOVER, Options.DURABLY),
    FAIL_BECAUSE_IT_EXISTS("f", Old.BEGINNING, Options.DURABLY.withoutReplacing()),
    FAIL_BY_CONTENT_IN_NEW_DIRECTORIES("a/b/f", Old.NONE, Options.DURABLY),
    FAIL_BY_CONTENT_WHEN_REPLACING("f", Old.BEGINNING, Options.DURABLY.askingOnce());

    static final String LEFTOVER = ".syscall-0123456789abcdef";
    static final String CONTENT_FAILS = "the content fails on purpose";

    private static final byte[] NEW = fresh();

    final String name;
    private final Old before;
    private final WriteOptions options;

    WriteScenario(String name, Old before, WriteOptions options) {
        this.name = name;
        this.before = before;
        this.options = options;
    }

    /** What is there before. */
    private enum Old {
        NO_ROOT,
        NONE,
        /** The first piece that is read of the new bytes: nothing but its end tells the difference. */
        BEGINNING,
        OF_ANOTHER,
        /** Its owning group may do nothing. */
        WITH_ACL,
        /** One that is older than what the directory gives to new files. */
        WITHOUT_ACL_OF_DIRECTORY,
        SAME,
        WITH_LEFTOVER
    }

    private static final class Options {
        static final WriteOptions DURABLY = WriteOptions.DEFAULT.with(Durability.FULL);
    }

    private static byte[] fresh() {
        byte[] bytes = new byte[Scratch.DATA_SIZE + 5_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    static byte[] newBytes() {
        return NEW;
    }

    byte @Nullable [] oldBytes() {
        return switch (before) {
            case NO_ROOT, NONE -> null;
            case SAME -> NEW;
            case BEGINNING, OF_ANOTHER, WITH_ACL, WITHOUT_ACL_OF_DIRECTORY, WITH_LEFTOVER ->
                Arrays.copyOf(NEW, Scratch.DATA_SIZE);
        };
    }

    boolean failsByItself() {
        return name().startsWith("FAIL");
    }

    void requirePrivileges() throws Exception {
        if (before == Old.OF_ANOTHER) {
            Prerequisite.root();
        }
    }

    Path root(Path base) {
        return base.resolve(before == Old.NO_ROOT ? "new/root" : "root");
    }

    Path target(Path base) {
        return root(base).resolve(name);
    }

    /** Makes what is there before in this empty folder. */
    void arrange(Path base) throws IOException {
        if (before == Old.NO_ROOT) {
            return;
        }
        Files.createDirectory(root(base));
        byte[] old = oldBytes();
        if (old != null) {
            Files.write(target(base), old);
            Files.setPosixFilePermissions(target(base), PosixFilePermissions.fromString("rw-r-----"));
        }
        if (before == Old.OF_ANOTHER) {
            Files.setAttribute(target(base), "unix:uid", 4711);
        }
        if (before == Old.WITH_ACL) {
            TestAcl.setAccess(target(base), TestAcl.GROUP_HAS_NONE);
        } else if (before == Old.WITHOUT_ACL_OF_DIRECTORY) {
            TestAcl.setDefault(root(base), TestAcl.GROUP_HAS_NONE);
        }
        if (before == Old.WITH_LEFTOVER) {
            Files.writeString(root(base).resolve(LEFTOVER), "of a killed run");
        }
    }

    /** The ACL that the file has before, and is to have afterwards; empty for none. */
    String acl() {
        return before == Old.WITH_ACL ? TestAcl.GROUP_HAS_NONE : "";
    }

    /** The permissions that the file has before. */
    int permissions() {
        return before == Old.WITH_ACL ? 0660 : 0640;
    }

    /** Whether the content may be asked for once only. */
    boolean asksOnce() {
        return options.once();
    }

    /** Writes; {@code asked} is run when the content is asked for. */
    WriteResult run(Gate gate, Path base, Runnable asked) throws IOException {
        FileIo io =
                new SyscallFileIo(new Syscalls(TestKernel.ARCH, gate), InstantSource.system(), withoutSleeping -> {});
        try (Root root = io.openOrCreate(BytePath.of(root(base).toString()))) {
            return root.write(BytePath.of(name), out -> writeContent(out, asked), options);
        }
    }

    private void writeContent(OutputStream out, Runnable asked) throws IOException {
        asked.run();
        out.write(NEW);
        if (name().startsWith("FAIL_BY_CONTENT")) {
            throw new IOException(CONTENT_FAILS);
        }
    }
}
