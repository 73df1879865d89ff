package io.github.syscallmaven.io.kernel;

import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.file.Path;

/**
 * A directory in a directory in a directory, deeper than a path is long: made step by step, and removed by {@code rm
 * -rf}.
 */
final class DeepTree {
    private DeepTree() {}

    /** What stands beside each directory on the way down. */
    enum Beside {
        NOTHING,
        /** One to be listed on the way back up. */
        DIRECTORY
    }

    /** Makes so many levels whose names have this length, with a file at the bottom and in every so manieth. */
    static void make(Path tree, int levels, int length, int fileEvery, Beside beside) throws SyscallException {
        String name = "d".repeat(length);
        int at = open(KernelConstants.AT_FDCWD, tree);
        for (int level = 1; level <= levels; level++) {
            if (level % fileEvery == 0) {
                file(at);
            }
            if (beside == Beside.DIRECTORY) {
                TestKernel.SYSCALLS.mkdirat(at, TestKernel.path("z"), 0755);
            }
            TestKernel.SYSCALLS.mkdirat(at, TestKernel.path(name), 0755);
            int next = open(at, name);
            TestKernel.SYSCALLS.close(at);
            at = next;
        }
        file(at);
        TestKernel.SYSCALLS.close(at);
    }

    private static int open(int directory, Object name) throws SyscallException {
        int flags = KernelConstants.O_RDONLY
                | KernelConstants.O_CLOEXEC
                | TestKernel.ARCH.openFlags().directory();
        return TestKernel.SYSCALLS.openat(directory, TestKernel.path(name), flags, 0);
    }

    private static void file(int directory) throws SyscallException {
        int flags = KernelConstants.O_WRONLY | KernelConstants.O_CREAT | KernelConstants.O_CLOEXEC;
        TestKernel.SYSCALLS.close(TestKernel.SYSCALLS.openat(directory, TestKernel.path("f"), flags, 0644));
    }
}
