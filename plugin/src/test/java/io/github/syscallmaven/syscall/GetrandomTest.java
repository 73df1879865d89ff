package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.testing.kernel.TestKernel;
import org.junit.jupiter.api.Test;

class GetrandomTest {
    @Test
    void fillsAsManyBytesAsAskedFor() throws Exception {
        NativeBuffer buffer = NativeBuffer.allocate(32);

        assertThat(TestKernel.SYSCALLS.getrandom(buffer, 16, 0)).isEqualTo(16);

        assertThat(buffer.bytes().getLong(0))
                .isNotZero()
                .isNotEqualTo(buffer.bytes().getLong(8));
        assertThat(buffer.bytes().getLong(16)).isZero();
        assertThat(buffer.bytes().getLong(24)).isZero();
    }

    @Test
    void unknownFlagIsEinval() {
        assertThatThrownBy(() -> TestKernel.SYSCALLS.getrandom(NativeBuffer.allocate(1), 1, 1 << 20))
                .hasMessage("getrandom: EINVAL (Invalid argument)");
    }
}
