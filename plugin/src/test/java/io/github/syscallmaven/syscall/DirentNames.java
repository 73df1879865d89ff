package io.github.syscallmaven.syscall;

import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The names in a folder, in hexadecimal, without . and .. */
final class DirentNames {
    private DirentNames() {}

    static List<String> of(int dirfd) throws IOException {
        List<String> names = new ArrayList<>();
        NativeBuffer buffer = NativeBuffer.allocate(4096);
        for (int length = 1; length > 0; ) {
            length = TestKernel.SYSCALLS.getdents64(dirfd, buffer);
            Dirents dirents = new Dirents(buffer, length);
            while (dirents.next()) {
                if (!dirents.isDot()) {
                    names.add(HexFormat.of().formatHex(dirents.name()));
                }
            }
        }
        return names;
    }
}
