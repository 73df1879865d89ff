package io.github.syscallmaven.syscall.stub.image;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.kernel.StubPatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StubImageTest {
    private static final int SONAME = 14;
    private static final int SYMTAB = 6;
    private static final int STRTAB = 5;
    private static final int HASH = 4;
    private static final int GNU_HASH = 0x6ffffef5;
    private static final int SYMENT = 11;
    private static final int FLAGS = 30;
    private static final int SYMBOL_SIZE = 24;

    /** With the null symbol at their head. */
    private static final int SYMBOLS = 9;

    @ParameterizedTest
    @EnumSource
    void shippedStubIsSound(Arch arch) throws Exception {
        StubImage shipped = StubImage.shipped(arch);

        assertThat(shipped.violations()).isEmpty();
        assertThatCode(shipped::verify).doesNotThrowAnyException();
        assertThat(shipped.exports()).isEqualTo(exports(arch));
        assertThat(shipped.needed()).isEmpty();
        assertThat(shipped.size()).isLessThan(16 * 1024);
    }

    /** By name, as stub-src/README.md describes them. */
    private static List<String> exports(Arch arch) {
        List<String> exports = new ArrayList<>(List.of("syscall_3", "syscall_6", "syscall_n"));
        if (arch != Arch.RISCV64) {
            exports.addAll(0, List.of("md5_blocks", "sha1_blocks", "sha256_blocks", "sha512_blocks"));
        }
        if (arch == Arch.X86_64) {
            exports.add(0, "cpu_features");
        }
        return exports;
    }

    static Stream<Arguments> unsoundHeaders() {
        return Stream.of(
                unsound("no ELF file", stub -> stub.putByte(0, 'E'), "not a 64-bit little-endian ELF file"),
                unsound("32 bit", stub -> stub.putByte(4, 1), "not a 64-bit little-endian ELF file"),
                unsound("big endian", stub -> stub.putByte(5, 2), "not a 64-bit little-endian ELF file"),
                unsound("another ELF version", stub -> stub.putByte(6, 2), "not a 64-bit little-endian ELF file"),
                unsound("another OS", stub -> stub.putByte(7, 9), "made for OS ABI 9"),
                unsound("a program", stub -> stub.putShort(16, 2), "not a shared object"),
                unsound("another CPU", stub -> stub.putShort(18, 183), "made for ELF machine 183"));
    }

    static Stream<Arguments> unsoundSegments() {
        return Stream.of(
                unsound("no GNU_STACK", stub -> drop(stub, ElfFile.PT_GNU_STACK), "no GNU_STACK"),
                unsound("executable stack", stub -> setFlags(stub, ElfFile.PT_GNU_STACK, 7), "GNU_STACK is executable"),
                unsound("RWX", stub -> setFlags(stub, ElfFile.PT_LOAD, 7), "a segment is writable and executable"),
                unsound("INTERP", stub -> become(stub, ElfFile.PT_INTERP), "it has an interpreter"),
                unsound("TLS", stub -> become(stub, ElfFile.PT_TLS), "it has thread-local storage"),
                unsound(
                        "no property",
                        stub -> drop(stub, ElfFile.PT_GNU_PROPERTY),
                        "its GNU properties are {}, not {-1073741822=3}"),
                unsound(
                        "landing pads for one protection only",
                        stub -> stub.putInt(value(stub, ElfFile.PT_GNU_PROPERTY, 8) + 24, 1),
                        "its GNU properties are {-1073741822=1}, not"),
                unsound("no RELRO", stub -> drop(stub, ElfFile.PT_GNU_RELRO), "RELRO does not cover"),
                unsound(
                        "RELRO elsewhere",
                        stub -> stub.putLong(stub.segment(ElfFile.PT_GNU_RELRO) + 16, 0),
                        "RELRO does not cover"),
                unsound(
                        "read-only dynamic section",
                        stub -> setFlags(stub, ElfFile.PT_DYNAMIC, 4),
                        "the dynamic section is not writable"),
                unsound("no dynamic section", stub -> drop(stub, ElfFile.PT_DYNAMIC), "no dynamic section"));
    }

    static Stream<Arguments> unsoundSymbols() {
        return Stream.of(
                unsound(
                        "undefined",
                        stub -> stub.putShort(symbol(stub, "syscall_3") + 6, 0),
                        "'syscall_3' is undefined"),
                unsound(
                        "an object",
                        stub -> stub.putByte(symbol(stub, "syscall_6") + 4, 0x11),
                        "'syscall_6' is not a global"),
                unsound(
                        "weak",
                        stub -> stub.putByte(symbol(stub, "syscall_6") + 4, 0x22),
                        "'syscall_6' is not a global"),
                unsound(
                        "hidden",
                        stub -> stub.putByte(symbol(stub, "syscall_6") + 5, 2),
                        "'syscall_6' is not a global"),
                unsound(
                        "renamed",
                        stub -> stub.putByte(name(stub, symbol(stub, "syscall_3")), 'S'),
                        "it exports [Syscall_3, cpu_features, md5_blocks, "),
                unsound("missing", stub -> setSymbols(stub, SYMBOLS - 1), "it exports [md5_blocks, "),
                unsound("one more", StubImageTest::addSymbol, "it exports [, cpu_features, md5_blocks, "),
                unsound("no symbol table", stub -> setTag(stub, SYMTAB, SONAME), "damaged or cut off"));
    }

    static Stream<Arguments> unsoundLayouts() {
        return Stream.of(
                unsound("other headers", stub -> stub.putShort(54, 64), "its program headers have 64 bytes"),
                unsound(
                        "two stacks, of which the last is executable",
                        StubImageTest::addExecutableStack,
                        "it has 2 program headers of type 0x6474e551"),
                unsound(
                        "two DYNAMIC",
                        stub -> become(stub, ElfFile.PT_DYNAMIC),
                        "it has 2 program headers of type 0x2"),
                unsound(
                        "two RELRO",
                        stub -> become(stub, ElfFile.PT_GNU_RELRO),
                        "it has 2 program headers of type 0x6474e552"),
                unsound(
                        "two properties",
                        stub -> become(stub, ElfFile.PT_GNU_PROPERTY),
                        "it has 2 program headers of type 0x6474e553"),
                unsound(
                        "DYNAMIC whose offset is another one's",
                        stub -> stub.putLong(stub.segment(ElfFile.PT_DYNAMIC) + 8, 0x1c8),
                        "the part of type 0x2 is not where it is loaded"),
                unsound(
                        "DYNAMIC at an address of nothing",
                        stub -> stub.putLong(stub.segment(ElfFile.PT_DYNAMIC) + 16, 0x10000),
                        "the part of type 0x2 is not where it is loaded"),
                unsound(
                        "DYNAMIC in a segment that cannot be written to",
                        stub -> stub.putInt(writable(stub) + 4, 4),
                        "the dynamic section is not in a writable segment"),
                unsound(
                        "NOTE elsewhere",
                        stub -> stub.putLong(stub.segment(ElfFile.PT_NOTE) + 16, 0x250),
                        "the part of type 0x4 is not where it is loaded"),
                unsound("overlap", stub -> overlap(stub), "segments overlap, or are not in order"),
                unsound(
                        "no pages",
                        stub -> stub.putLong(writable(stub) + 48, 8),
                        "a segment is aligned to 8 bytes, not to pages of 64 KiB"),
                unsound(
                        "small pages",
                        stub -> stub.putLong(writable(stub) + 48, 4096),
                        "a segment is aligned to 4096 bytes, not to pages of 64 KiB"),
                unsound(
                        "shifted",
                        stub -> stub.putLong(writable(stub) + 8, 0xf00),
                        "a segment's offset and address differ within their page"),
                unsound(
                        "memory behind the code",
                        stub -> stub.putLong(stub.segment(ElfFile.PT_LOAD) + 40, 0x3000),
                        "a segment has memory that is not in the file"),
                unsound(
                        "memory behind RELRO",
                        stub -> stub.putLong(writable(stub) + 40, 0x10000),
                        "a segment stays writable"),
                unsound(
                        "RELRO that ends within a page",
                        stub -> stub.putLong(stub.segment(ElfFile.PT_GNU_RELRO) + 40, 0xf0)
                                .putLong(writable(stub) + 40, 0xf0),
                        "a segment stays writable"),
                unsound(
                        "behind the end",
                        stub -> stub.putLong(writable(stub) + 32, 0x10000).putLong(writable(stub) + 40, 0x10000),
                        "a segment is not in the file"));
    }

    static Stream<Arguments> unsoundTables() {
        return Stream.of(
                unsound(
                        "two of a dynamic entry",
                        stub -> stub.putLong(stub.dynamic(SONAME), STRTAB),
                        "it has two dynamic entries of type 0x5"),
                unsound(
                        "other symbols",
                        stub -> stub.putLong(stub.dynamic(SYMENT) + 8, 32),
                        "symbols have another size"),
                unsound(
                        "a symbol that only the GNU hash table has",
                        stub -> stub.putInt(lastGnuHash(stub), stub.intAt(lastGnuHash(stub)) & ~1),
                        "it has 9 symbols by one hash table and "),
                unsound(
                        "a chain to a symbol that is not counted",
                        stub -> stub.putInt(stub.dynamicValue(HASH) + 8, 99),
                        "its hash table points behind the last symbol"),
                unsound(
                        "a chain from before the first symbol",
                        stub -> stub.putInt(stub.dynamicValue(GNU_HASH) + 4, 3),
                        "the GNU hash table points before its first symbol"),
                unsound(
                        "a name behind the string table",
                        stub -> stub.putInt(symbol(stub, 1), 0x100),
                        "a name is not in the string table"),
                unsound(
                        "a function in data",
                        stub -> stub.putLong(symbol(stub, "syscall_3") + 8, stub.intAt(writable(stub) + 16)),
                        "the symbol 'syscall_3' is not in executable memory"));
    }

    private static void addExecutableStack(StubPatch stub) {
        int note = stub.segment(ElfFile.PT_NOTE);
        int stack = stub.segment(ElfFile.PT_GNU_STACK);
        stub.putInt(note, ElfFile.PT_GNU_STACK).putInt(note + 4, stub.intAt(stack + 4));
        stub.putInt(stack + 4, 7);
    }

    /** The program header behind that of the code, which is the first. */
    private static int writable(StubPatch stub) {
        return stub.segment(ElfFile.PT_LOAD) + 56;
    }

    /** The data come to lie where the code is. */
    private static void overlap(StubPatch stub) {
        stub.putLong(writable(stub) + 16, 0xf10);
    }

    /**
     * The hash of the last symbol, whose lowest bit ends the chain: behind a filter of words of 64 bits and the
     * buckets.
     */
    private static int lastGnuHash(StubPatch stub) {
        int table = stub.dynamicValue(GNU_HASH);
        int chains = table + 16 + 8 * stub.intAt(table + 8) + 4 * stub.intAt(table);
        return chains + 4 * (SYMBOLS - 1 - stub.intAt(table + 4));
    }

    private static Arguments unsound(String what, Consumer<StubPatch> patch, String violation) {
        return arguments(what, patch, violation);
    }

    private static void drop(StubPatch stub, int segment) {
        stub.putInt(stub.segment(segment), 0);
    }

    private static void become(StubPatch stub, int segment) {
        stub.putInt(stub.segment(4), segment); // PT_NOTE, which nothing needs
    }

    private static void setFlags(StubPatch stub, int segment, int flags) {
        stub.putInt(stub.segment(segment) + 4, flags);
    }

    private static int value(StubPatch stub, int segment, int field) {
        return stub.intAt(stub.segment(segment) + field);
    }

    private static void setTag(StubPatch stub, long from, long to) {
        stub.putLong(stub.dynamic(from), to);
    }

    private static StubPatch setSymbols(StubPatch stub, int count) {
        return stub.putInt(stub.dynamicValue(HASH) + 4, count);
    }

    /** The table begins one symbol earlier, so that the null symbol at its head becomes an ordinary one. */
    private static void addSymbol(StubPatch stub) {
        setSymbols(stub, SYMBOLS + 1).putLong(stub.dynamic(SYMTAB) + 8, symbol(stub, -1));
    }

    private static int symbol(StubPatch stub, int index) {
        return stub.dynamicValue(SYMTAB) + index * SYMBOL_SIZE;
    }

    private static int symbol(StubPatch stub, String name) {
        for (int index = 1; index < SYMBOLS; index++) {
            int at = name(stub, symbol(stub, index));
            if (new String(stub.bytes(), at, name.length() + 1, US_ASCII).equals(name + "\0")) {
                return symbol(stub, index);
            }
        }
        throw new AssertionError("there is no " + name);
    }

    private static int name(StubPatch stub, int symbol) {
        return stub.dynamicValue(STRTAB) + stub.intAt(symbol);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"unsoundHeaders", "unsoundSegments", "unsoundLayouts", "unsoundTables", "unsoundSymbols"})
    void unsoundStubIsRefused(String what, Consumer<StubPatch> patch, String violation) {
        StubPatch stub = new StubPatch();
        patch.accept(stub);

        assertRefused(stub.bytes(), violation);
    }

    @ParameterizedTest
    @CsvSource({
        "1, NEEDED",
        "2, PLTRELSZ",
        "3, 0x3",
        "7, RELA",
        "12, INIT",
        "13, FINI",
        "15, RPATH",
        "16, 0x10",
        "17, REL",
        "22, TEXTREL",
        "23, JMPREL",
        "24, 0x18",
        "8, 0x8",
        "9, 0x9",
        "25, INIT_ARRAY",
        "26, FINI_ARRAY",
        "29, RUNPATH",
        "32, PREINIT_ARRAY",
        "36, RELR",
        "0x6ffffefc, 0x6ffffefc",
        "0x7fffffff, 0x7fffffff"
    })
    void stubWithForbiddenDynamicEntryIsRefused(String tag, String name) {
        StubPatch stub = new StubPatch();
        setTag(stub, SONAME, Long.decode(tag));

        assertRefused(stub.bytes(), "it has a dynamic entry " + name + " of");
    }

    @Test
    void stubThatNeedsItsTextWrittenToIsRefused() {
        StubPatch stub = new StubPatch();
        stub.putLong(stub.dynamic(FLAGS) + 8, 8 | 4);

        assertRefused(stub.bytes(), "it has a dynamic entry FLAGS of 0xc");
    }

    @Test
    void neededLibraryIsNamed() {
        StubPatch stub = new StubPatch();
        setTag(stub, SONAME, 1);

        assertThat(new StubImage(Arch.X86_64, stub.bytes()).needed()).containsExactly("libsyscall.so");
    }

    private static void assertRefused(byte[] bytes, String violation) {
        StubImage image = new StubImage(Arch.X86_64, bytes);

        assertThat(image.violations()).anySatisfy(found -> assertThat(found).contains(violation));
        assertThatExceptionOfType(StubException.class)
                .isThrownBy(image::verify)
                .withMessageContaining(violation)
                .withMessageContaining("It was not loaded");
    }

    @Test
    void soundStubOfAnotherBuildIsRefusedByItsDigest() {
        StubPatch stub = new StubPatch();
        // In the symbol's size, which no rule looks at as long as it is small.
        stub.putByte(symbol(stub, 1) + 16, 20);
        StubImage image = new StubImage(Arch.X86_64, stub.bytes());

        assertThat(image.violations()).isEmpty();
        assertThatExceptionOfType(StubException.class)
                .isThrownBy(image::verify)
                .withMessageContaining("SHA-256 is " + image.sha256() + ", not " + Arch.X86_64.stubSha256());
    }

    @Test
    void stubCutOffAnywhereIsRefused() {
        byte[] shipped = StubPatch.shipped(Arch.X86_64);

        for (int length = 0; length < shipped.length; length++) {
            StubImage cutOff = new StubImage(Arch.X86_64, Arrays.copyOf(shipped, length));
            assertThatExceptionOfType(StubException.class)
                    .as("%d bytes", length)
                    .isThrownBy(cutOff::verify);
        }
    }

    @Test
    void stubWithAnyDamageIsRefused() {
        Random random = new Random(42);
        byte[] shipped = StubPatch.shipped(Arch.X86_64);
        int dynamic = value(new StubPatch(), ElfFile.PT_DYNAMIC, 8);

        for (int round = 0; round < 5000; round++) {
            byte[] damaged = shipped.clone();
            for (int i = 0; i < 1 + round % 4; i++) {
                damage(damaged, dynamic, random);
            }
            if (!Arrays.equals(damaged, shipped)) {
                assertThatExceptionOfType(StubException.class)
                        .as("round %d", round)
                        .isThrownBy(new StubImage(Arch.X86_64, damaged)::verify);
            }
        }
    }

    /** In the headers or in the dynamic section: what lies between is padding. */
    private static void damage(byte[] stub, int dynamic, Random random) {
        int at = random.nextBoolean() ? random.nextInt(dynamic / 2) : dynamic + random.nextInt(0xf0);
        stub[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0xff);
    }

    @ParameterizedTest
    @CsvSource({
        "X86_64, 0f05, f30f1efa", // syscall, endbr64
        "AARCH64, 010000d4, 5f2403d5", // svc #0, bti c
        "RISCV64, 73000000, ''", // ecall; no landing pads
    })
    void eachFunctionBeginsWithALandingPadAndThoseForCallsHoldOne(Arch arch, String systemCall, String landingPad) {
        byte[] stub = StubPatch.shipped(arch);
        ElfFile elf = new ElfFile(stub);

        assertThat(elf.symbols()).allSatisfy(function -> {
            int from = elf.fileOffset(function.value());
            String code = HexFormat.of().formatHex(stub, from, from + (int) function.size());
            assertThat(code).startsWith(landingPad);
            if (function.name().startsWith("syscall_")) {
                assertThat(code).containsOnlyOnce(systemCall);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"X86_64, 'IBT, SHSTK'", "AARCH64, BTI", "RISCV64, double-float ABI"})
    void readelfAndNmFindNothingWrong(Arch arch, String feature, @TempDir Path folder) throws Exception {
        Prerequisite.tool("readelf");
        Prerequisite.tool("nm");
        String file = Files.write(folder.resolve("libsyscall.so"), StubPatch.shipped(arch))
                .toString();

        String readelf = Run.of("readelf", "-W", "-h", "-l", "-d", "-r", "-n", file)
                .successful()
                .output();

        assertThat(readelf)
                .doesNotContain("NEEDED", "TEXTREL", "INIT", "RWE")
                .containsPattern("GNU_STACK .* RW ")
                .contains("There are no relocations", feature);
        assertThat(Run.of("nm", "-D", "--undefined-only", file).successful().output())
                .isBlank();
        assertThat(Run.of("nm", "-D", "--defined-only", "-j", file).successful().lines())
                .isEqualTo(exports(arch));
    }

    @ParameterizedTest
    @EnumSource
    void digestIsTheOneThatTheArchNames(Arch arch) throws Exception {
        Prerequisite.tool("sha256sum");
        String name = "linux-" + arch.machine() + "/libsyscall.so";
        Path file = Path.of(StubImage.class.getResource(name).toURI());

        assertThat(Run.of("sha256sum", file.toString()).successful().output())
                .matches(Pattern.quote(arch.stubSha256()) + " .*\\R");
    }
}
