package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.BufferOverflowException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NativeBufferTest {
    @Test
    void shorterStringHidesALongerOne() {
        NativeBuffer buffer = NativeBuffer.allocate(16);

        buffer.putString(bytes("a longer one")).putString(bytes("short"));

        assertThat(buffer.string()).asString().isEqualTo("short");
    }

    @Test
    void partOfAnArrayIsPut() {
        NativeBuffer buffer = NativeBuffer.allocate(16).putString(bytes("dir/file"), 4, 4);

        assertThat(buffer.string()).asString().isEqualTo("file");
    }

    @Test
    void stringNeedsRoomForItsNul() {
        NativeBuffer buffer = NativeBuffer.allocate(5);

        assertThat(buffer.putString(bytes("1234")).string()).asString().isEqualTo("1234");
        assertThatThrownBy(() -> buffer.putString(bytes("12345"))).isInstanceOf(BufferOverflowException.class);
    }

    @Test
    void bytesWithoutNulAreAStringToTheEnd() {
        assertThat(TestKernel.text("1234").string()).asString().isEqualTo("1234");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
