package io.github.syscallmaven.testing.io;

import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * ACLs as the bytes that the kernel takes and gives, in hexadecimal: for thousands of files, for each of which
 * setfacl(1) takes too long.
 */
public final class TestAcl {
    /** What {@code setfacl -m u:20009:rw,g::-,o::-} makes of a file with the permissions 0660. */
    public static final String GROUP_HAS_NONE =
            "0200000001000600ffffffff02000600294e000004000000ffffffff10000600ffffffff20000000ffffffff";

    private static final NativeBuffer ACCESS = TestKernel.path("system.posix_acl_access");
    private static final NativeBuffer DEFAULT = TestKernel.path("system.posix_acl_default");

    private TestAcl() {}

    public static void setAccess(Path file, String acl) throws SyscallException {
        set(file, ACCESS, acl);
    }

    /** What new files in this folder get. */
    public static void setDefault(Path folder, String acl) throws SyscallException {
        set(folder, DEFAULT, acl);
    }

    private static void set(Path file, NativeBuffer name, String acl) throws SyscallException {
        byte[] bytes = HexFormat.of().parseHex(acl);
        NativeBuffer value = NativeBuffer.allocate(bytes.length);
        value.bytes().put(bytes);
        int fd = open(file);
        try {
            TestKernel.SYSCALLS.fsetxattr(fd, name, value, bytes.length, 0);
        } finally {
            TestKernel.SYSCALLS.close(fd);
        }
    }

    /** Empty when there is none but the permissions. */
    public static String access(Path file) throws SyscallException {
        NativeBuffer value = NativeBuffer.allocate(1_000);
        int fd = open(file);
        try {
            int length = TestKernel.SYSCALLS.fgetxattr(fd, ACCESS, value);
            byte[] bytes = new byte[length];
            value.bytes().get(0, bytes);
            return HexFormat.of().formatHex(bytes);
        } catch (SyscallException e) {
            if (e.is(Errno.ENODATA, Errno.EOPNOTSUPP)) {
                return "";
            }
            throw e;
        } finally {
            TestKernel.SYSCALLS.close(fd);
        }
    }

    private static int open(Path file) throws SyscallException {
        return TestKernel.SYSCALLS.openat(
                KernelConstants.AT_FDCWD,
                TestKernel.path(file),
                KernelConstants.O_RDONLY | KernelConstants.O_CLOEXEC,
                0);
    }
}
