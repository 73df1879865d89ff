package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.testing.CHeader;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FcntlTest {
    @Test
    void flagsAreThoseOfTheKernelHeaders() throws Exception {
        Map<String, Long> kernel = CHeader.constants(
                "asm-generic/fcntl.h",
                "linux/fcntl.h",
                "linux/openat2.h",
                "linux/stat.h",
                "linux/fs.h",
                "linux/fadvise.h",
                "linux/random.h");

        assertThat(kernel).containsAllEntriesOf(ours());
    }

    private static Map<String, Long> ours() throws IllegalAccessException {
        Map<String, Long> ours = new HashMap<>();
        for (Field field : Fcntl.class.getDeclaredFields()) {
            ours.put(field.getName(), (long) field.getInt(null));
        }
        ours.put("O_DIRECTORY", (long) Arch.X86_64.openFlags().directory());
        ours.put("O_NOFOLLOW", (long) Arch.X86_64.openFlags().noFollow());
        return ours;
    }
}
