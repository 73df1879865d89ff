package io.github.syscallmaven.syscall.trace.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.testing.KernelHeaders;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The flags have the same values in the kernel's headers for each CPU. */
class KernelConstantsTest {
    private static final String[] HEADERS = {
        "asm/fcntl.h",
        "linux/fcntl.h",
        "linux/openat2.h",
        "linux/stat.h",
        "linux/fs.h",
        "linux/fadvise.h",
        "linux/mman.h",
        "linux/random.h",
        "linux/seccomp.h",
        "linux/xattr.h"
    };

    @ParameterizedTest
    @EnumSource
    void flagsAreThoseOfTheKernelHeaders(Arch arch) throws Exception {
        Map<String, Long> ours = new HashMap<>();
        for (Field field : KernelConstants.class.getDeclaredFields()) {
            ours.put(field.getName(), (long) field.getInt(null));
        }
        ours.put("O_DIRECTORY", (long) arch.openFlags().directory());
        ours.put("O_NOFOLLOW", (long) arch.openFlags().noFollow());

        assertThat(ours).containsExactlyInAnyOrderEntriesOf(kernel(arch, ours));
    }

    @ParameterizedTest
    @EnumSource
    void namesThatATraceShowsAreThoseOfTheKernelHeaders(Arch arch) throws Exception {
        Map<String, Long> ours = new HashMap<>();
        for (Field field : FlagTables.class.getDeclaredFields()) {
            if (field.getType() == FlagNames.class) {
                put(ours, (FlagNames) field.get(null));
            }
        }
        put(ours, FlagTables.open(arch.openFlags()));

        assertThat(ours).containsExactlyInAnyOrderEntriesOf(kernel(arch, ours));
    }

    private static void put(Map<String, Long> flags, FlagNames names) {
        names.flags().forEach(flag -> flags.put(flag.name(), flag.bits()));
    }

    private static Map<String, Long> kernel(Arch arch, Map<String, Long> ours) throws Exception {
        return KernelHeaders.of(arch.machine(), HEADERS).values(ours.keySet());
    }
}
