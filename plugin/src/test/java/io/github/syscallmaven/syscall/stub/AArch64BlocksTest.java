package io.github.syscallmaven.syscall.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.syscall.BlockDigest;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.stub.image.ElfFile;
import io.github.syscallmaven.syscall.stub.image.StubImage;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.Seed;
import io.github.syscallmaven.testing.kernel.ReferenceBlocks;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The aarch64 stub's block functions by {@code aarch64-driver.S} under qemu-user, beside those of the standards. The
 * image is one piece of memory at a known address: the calls, and behind them each call's state and data.
 */
class AArch64BlocksTest {
    private static final List<BlockDigest> DIGESTS = List.of(BlockDigest.values());
    private static final long ADDRESS = 0x10000000;
    private static final int SIZE = 1 << 20;
    private static final int HEADER = 16;
    private static final int CALL = 40;
    private static final int RESULT = 32;
    private static final int CALLS = 400;
    private static final int MOST_BLOCKS = 12;

    @TempDir
    Path folder;

    private final Random random = new Random(Seed.next());

    @Test
    void blocksAreTakenInAsTheStandardsSay() throws Exception {
        StubImage stub = StubImage.shipped(Arch.AARCH64);
        ElfFile elf = new ElfFile(stub.bytes());
        NativeBuffer image = NativeBuffer.allocate(SIZE);
        byte[] bytes = new byte[SIZE];
        random.nextBytes(bytes);
        image.bytes().put(0, bytes).putLong(0, CALLS);
        NativeBuffer expected = NativeBuffer.allocate(SIZE);
        int[] blocks = new int[CALLS];
        int free = HEADER + CALLS * CALL;
        for (int call = 0; call < CALLS; call++) {
            BlockDigest digest = DIGESTS.get(call % DIGESTS.size());
            blocks[call] = random.nextInt(MOST_BLOCKS + 1);
            int state = free;
            int data = state + digest.stateSize() + random.nextInt(64);
            free = data + MOST_BLOCKS * digest.blockSize();
            int at = HEADER + call * CALL;
            image.bytes().putLong(at, elf.fileOffset(function(elf, digest))).putLong(at + 8, ADDRESS + state);
            image.bytes().putLong(at + 16, ADDRESS + data).putLong(at + 24, blocks[call]);
        }
        copy(image, expected);
        for (int call = 0; call < CALLS; call++) {
            take(DIGESTS.get(call % DIGESTS.size()), expected, call, blocks[call]);
        }

        byte[] results = run(stub, image);

        assertThat(ByteBuffer.wrap(results)).isEqualTo(expected.bytes().clear());
    }

    private static long function(ElfFile elf, BlockDigest digest) {
        String name = digest.name().toLowerCase(Locale.ROOT) + "_blocks";
        for (ElfFile.Symbol symbol : elf.symbols()) {
            if (symbol.name().equals(name)) {
                return symbol.value();
            }
        }
        throw new AssertionError("there is no " + name);
    }

    /** What the call of this number does to the image. */
    private static void take(BlockDigest digest, NativeBuffer image, int call, int blocks) {
        int at = HEADER + call * CALL;
        int state = (int) (image.bytes().getLong(at + 8) - ADDRESS);
        long data = image.bytes().getLong(at + 16);
        NativeBuffer copy = NativeBuffer.allocate(digest.stateSize());
        copy.bytes().put(0, image.bytes(), state, digest.stateSize());
        new ReferenceBlocks().take(digest, copy, image, (int) (data - ADDRESS), blocks);
        image.bytes().put(state, copy.bytes(), 0, digest.stateSize());
        image.bytes().putLong(at + RESULT, data + (long) blocks * digest.blockSize());
    }

    private static void copy(NativeBuffer from, NativeBuffer to) {
        to.bytes().put(0, from.bytes(), 0, SIZE);
    }

    private byte[] run(StubImage stub, NativeBuffer image) throws Exception {
        Prerequisite.tool("aarch64-linux-gnu-as");
        Prerequisite.tool("aarch64-linux-gnu-ld");
        Prerequisite.tool("qemu-aarch64-static");
        Files.write(folder.resolve("libsyscall.so"), stub.bytes());
        Path source = folder.resolve("driver.S");
        Files.write(
                source,
                Objects.requireNonNull(AArch64BlocksTest.class.getResourceAsStream("aarch64-driver.S"))
                        .readAllBytes());
        String object = folder.resolve("driver.o").toString();
        Run.of(List.of(
                        "aarch64-linux-gnu-as",
                        "-I",
                        folder.toString(),
                        "--defsym",
                        "IMAGE_SIZE=" + SIZE,
                        "-o",
                        object,
                        source.toString()))
                .successful();
        String program = folder.resolve("driver").toString();
        Run.of("aarch64-linux-gnu-ld", "-o", program, "--section-start=.image=0x" + Long.toHexString(ADDRESS), object)
                .successful();
        byte[] input = new byte[SIZE];
        image.bytes().order(ByteOrder.LITTLE_ENDIAN).get(0, input);
        Path in = Files.write(folder.resolve("image"), input);
        Path out = folder.resolve("results");
        Process process = new ProcessBuilder("qemu-aarch64-static", "-cpu", "max", program)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readAllBytes(out);
    }
}
