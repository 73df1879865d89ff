package io.github.syscallmaven.syscall.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.syscall.stub.image.ElfFile;
import io.github.syscallmaven.syscall.stub.image.StubException;
import io.github.syscallmaven.syscall.stub.image.StubImage;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Calls for the program {@code riscv64-driver.S}, which makes them through the shipped stub under qemu-user. What they
 * are given lies in one piece of memory, the image, whose address is known before it runs.
 */
final class EmulatedProgram {
    /** Functions of the stub, as the program knows them. */
    static final int SYSCALL_3 = 3;

    static final int SYSCALL_6 = 6;
    static final int SYSCALL_N = 1;

    private static final Arch ARCH = Arch.RISCV64;
    private static final long ADDRESS = 0x10000000;
    private static final int SIZE = 65536;
    private static final int FUNCTIONS = 8;
    private static final int CALLS = 512;
    private static final int CALL = 64;
    private static final int RESULT = 56;

    private final ByteBuffer image = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final Set<Call> made = EnumSet.noneOf(Call.class);
    private int count;
    private int free = CALLS + 100 * CALL;

    /** Memory of this size for a call to write to, at this address. */
    long buffer(int size) {
        long address = ADDRESS + free;
        free += (size + 15) & -16;
        return address;
    }

    /** A C string, at this address. */
    long string(Object text) {
        byte[] bytes = text.toString().getBytes(UTF_8);
        long address = buffer(bytes.length + 1);
        image.put(at(address), bytes);
        return address;
    }

    void putLong(long address, long value) {
        image.putLong(at(address), value);
    }

    /** Adds a call whose first argument is this. */
    int call(int function, Call call, long first, long... others) {
        long constant = buffer(Long.BYTES);
        putLong(constant, first);
        return add(function, call, at(constant), others);
    }

    /** Adds a call whose first argument is the result of an earlier call. */
    int callOn(int earlier, int function, Call call, long... others) {
        return add(function, call, CALLS + earlier * CALL + RESULT, others);
    }

    private int add(int function, Call call, int first, long... others) {
        int at = CALLS + count * CALL;
        image.put(FUNCTIONS + count, (byte) function);
        image.putLong(at, ARCH.number(call)).putLong(at + Long.BYTES, first - at);
        for (int i = 0; i < others.length; i++) {
            image.putLong(at + (i + 2) * Long.BYTES, others[i]);
        }
        made.add(call);
        image.putLong(0, ++count);
        return count - 1;
    }

    /** The calls that have been added. */
    Set<Call> made() {
        return made;
    }

    long result(int call) {
        return image.getLong(CALLS + call * CALL + RESULT);
    }

    /** What is in memory now. */
    NativeBuffer memory(long address, int size) {
        byte[] bytes = new byte[size];
        image.get(at(address), bytes);
        NativeBuffer copy = NativeBuffer.allocate(size);
        copy.bytes().put(bytes).rewind();
        return copy;
    }

    private static int at(long address) {
        return (int) (address - ADDRESS);
    }

    /** Builds the program in this folder and runs it to its end. */
    void run(Path folder) throws IOException, InterruptedException, StubException {
        Path in = Files.write(folder.resolve("image"), image.array());
        Path out = folder.resolve("results");
        Prerequisite.tool("qemu-riscv64-static");
        Process process = new ProcessBuilder(
                        "qemu-riscv64-static", build(folder).toString())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int status = process.waitFor();
        byte[] results = Files.readAllBytes(out);
        if (status != 0 || results.length != SIZE) {
            throw new AssertionError("The program ended with " + status + " and wrote " + results.length + " bytes");
        }
        image.put(0, results);
    }

    private static Path build(Path folder) throws IOException, InterruptedException, StubException {
        Prerequisite.tool("riscv64-linux-gnu-as");
        Prerequisite.tool("riscv64-linux-gnu-ld");
        byte[] stub = StubImage.shipped(ARCH).bytes();
        Files.write(folder.resolve("libsyscall.so"), stub);
        Path source = folder.resolve("driver.S");
        Files.write(
                source,
                Objects.requireNonNull(EmulatedProgram.class.getResourceAsStream("riscv64-driver.S"))
                        .readAllBytes());
        Path object = folder.resolve("driver.o");
        List<String> as = new ArrayList<>(List.of("riscv64-linux-gnu-as", "-I", folder.toString()));
        as.addAll(List.of("--defsym", "IMAGE_SIZE=" + SIZE, "-o", object.toString()));
        ElfFile elf = new ElfFile(stub);
        for (ElfFile.Symbol function : elf.symbols()) {
            as.add("--defsym");
            as.add(function.name().toUpperCase(Locale.ROOT) + "=" + elf.fileOffset(function.value()));
        }
        as.add(source.toString());
        Run.of(as).successful();
        Path program = folder.resolve("driver");
        Run.of(
                        "riscv64-linux-gnu-ld",
                        "-o",
                        program.toString(),
                        "--section-start=.image=0x" + Long.toHexString(ADDRESS),
                        object.toString())
                .successful();
        return program;
    }
}
