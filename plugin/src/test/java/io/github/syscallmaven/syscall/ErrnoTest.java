package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.testing.KernelHeaders;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrnoTest {
    private static final int LARGEST = 133;

    @ParameterizedTest
    @EnumSource
    void namesAndNumbersAreThoseOfTheKernelHeaders(Arch arch) throws Exception {
        KernelHeaders headers = KernelHeaders.of(arch.machine(), "asm/errno.h");
        Map<String, Long> kernel = headers.values(headers.names(Pattern.compile("E(?!WOULDBLOCK|DEADLOCK)\\w+")));
        kernel.values().removeIf(number -> number > LARGEST);

        assertThat(numbers()).containsExactlyInAnyOrderEntriesOf(kernel);
    }

    @Test
    void meaningsAreThoseOfTheCLibrary() throws Exception {
        Prerequisite.tool("python3");
        String script = "import errno, os\nfor n in sorted(errno.errorcode): print(n, os.strerror(n))";

        Map<String, String> library = Run.of("python3", "-c", script)
                .successful()
                .lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));

        // Python may not name the newest numbers.
        assertThat(library).hasSizeGreaterThan(100);
        assertThat(meanings()).containsAllEntriesOf(library);
    }

    @Test
    void numberThatNoHeaderNamesIsNull() {
        assertThat(Errno.of(0)).isNull();
        assertThat(Errno.of(41)).isNull();
        assertThat(Errno.of(LARGEST + 1)).isNull();
        assertThat(Errno.of(-1)).isNull();
        assertThat(Errno.of(1L << 32 | 1)).isNull();
    }

    private static Map<String, String> meanings() {
        return Arrays.stream(Errno.values())
                .collect(Collectors.toMap(errno -> String.valueOf(errno.number()), Errno::meaning));
    }

    private static Map<String, Long> numbers() {
        return Arrays.stream(Errno.values()).collect(Collectors.toMap(Errno::name, errno -> (long) errno.number()));
    }
}
