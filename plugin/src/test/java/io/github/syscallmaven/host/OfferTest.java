package io.github.syscallmaven.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.kernel.SeccompFilter;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            OPENAT2,   ENOSYS, openat2,              not offered: this kernel or sandbox has no such call (ENOSYS)
            OPENAT2,   EPERM,  openat2,              not offered: a sandbox forbids it (EPERM)
            OPENAT2,   EACCES, openat2,              not offered: openat2: EACCES (Permission denied)
            STATX,     ENOSYS, statx,                not offered: this kernel or sandbox has no such call (ENOSYS)
            RENAMEAT2, EINVAL, 'renameat2, NOREPLACE', not offered: this kernel does not know the flag (EINVAL)
            RENAMEAT2, EBUSY,  'renameat2, NOREPLACE', offered
            GETRANDOM, EAGAIN, getrandom,            offered
            GETRANDOM, EPERM,  getrandom,            not offered: a sandbox forbids it (EPERM)
            """)
    void whatTheKernelAnswersIsWhatItOffers(Call call, Errno errno, String name, String text) {
        assertThat(texts(TestKernel.refusing(call, errno))).containsEntry(name, text);
    }

    @Test
    void refusalOfOneCallSaysNothingOfTheOthers() {
        Map<String, String> before = texts(TestKernel.SYSCALLS);
        Map<String, String> after = texts(TestKernel.refusing(Call.OPENAT2, Errno.ENOSYS));

        assertThat(before).hasSize(4);
        before.remove("openat2");
        after.remove("openat2");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void sandboxIsSeenThrough() throws Exception {
        Run run = Run.of(Run.java(List.of(), Sandboxed.class)).successful();

        assertThat(run.lines())
                .containsExactly(
                        "openat2: not offered: a sandbox forbids it (EPERM)",
                        "statx: not offered: this kernel or sandbox has no such call (ENOSYS)",
                        "renameat2, NOREPLACE: not offered: this kernel does not know the flag (EINVAL)",
                        "getrandom: not offered: a sandbox forbids it (EPERM)");
    }

    private static Map<String, String> texts(Syscalls syscalls) {
        return Offer.all(syscalls).stream().collect(Collectors.toMap(Offer::name, Offer::text));
    }

    static final class Sandboxed {
        private Sandboxed() {}

        public static void main(String[] none) {
            forbid(Call.OPENAT2, Errno.EPERM);
            forbid(Call.STATX, Errno.ENOSYS);
            forbid(Call.RENAMEAT2, Errno.EINVAL);
            forbid(Call.GETRANDOM, Errno.EPERM);
            Offer.all(TestKernel.SYSCALLS).forEach(offer -> System.out.println(offer.name() + ": " + offer.text()));
        }

        private static void forbid(Call call, Errno errno) {
            SeccompFilter.install(TestKernel.ARCH, TestKernel.GATE, call, errno);
        }
    }
}
