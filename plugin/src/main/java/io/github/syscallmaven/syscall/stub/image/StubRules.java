package io.github.syscallmaven.syscall.stub.image;

import static java.util.Map.entry;

import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.stub.image.ElfFile.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks a stub's file before it is loaded.
 *
 * <p>There is no other check: JNA's dlopen bypasses the JVM's own, and a library without GNU_STACK would silently make
 * every thread's stack executable.
 */
final class StubRules {
    private static final int STB_GLOBAL = 1;
    private static final int STT_FUNC = 2;
    private static final int OSABI_GNU = 3;

    private static final long ANY = -1;

    /**
     * The dynamic entries that a stub may have, and the bits that may be set in their values. Any other could make the
     * loader run code, write to the text, or look for other libraries.
     */
    private static final Map<Long, Long> ALLOWED = Map.ofEntries(
            entry(4L, ANY), // HASH
            entry(5L, ANY), // STRTAB
            entry(6L, ANY), // SYMTAB
            entry(7L, 0L), // RELA: there is no table
            entry(8L, 0L), // RELASZ: with nothing in it
            entry(9L, 24L), // RELAENT
            entry(10L, ANY), // STRSZ
            entry(11L, ANY), // SYMENT
            entry(14L, ANY), // SONAME
            entry(30L, 8L), // FLAGS: BIND_NOW
            entry(0x6ffffef5L, ANY), // GNU_HASH
            entry(0x6ffffffbL, 1L)); // FLAGS_1: NOW

    /** Names for messages. */
    private static final Map<Long, String> NAMES = Map.ofEntries(
            entry(1L, "NEEDED"),
            entry(2L, "PLTRELSZ"),
            entry(7L, "RELA"),
            entry(12L, "INIT"),
            entry(13L, "FINI"),
            entry(15L, "RPATH"),
            entry(17L, "REL"),
            entry(22L, "TEXTREL"),
            entry(23L, "JMPREL"),
            entry(25L, "INIT_ARRAY"),
            entry(26L, "FINI_ARRAY"),
            entry(29L, "RUNPATH"),
            entry(30L, "FLAGS"),
            entry(32L, "PREINIT_ARRAY"),
            entry(36L, "RELR"),
            entry(0x6ffffffbL, "FLAGS_1"));

    private final Arch arch;

    /** The rules for a stub for this CPU. */
    StubRules(Arch arch) {
        this.arch = arch;
    }

    /** What is wrong with the file itself, each in a few words; empty for a sound stub. */
    List<String> violations(byte[] bytes) {
        ElfFile elf = new ElfFile(bytes);
        if (!elf.isElf64()) {
            return List.of("not a 64-bit little-endian ELF file");
        }
        List<String> found = new ArrayList<>();
        try {
            checkHeader(elf, found);
            checkSegments(elf, found);
            LayoutRules.check(elf, found);
            checkProperties(elf, found);
            checkDynamic(elf, found);
            checkSymbols(elf, found);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
            found.add("the ELF file is damaged or cut off (" + e + ")");
        }
        return found;
    }

    private void checkHeader(ElfFile elf, List<String> found) {
        require(elf.type() == ElfFile.ET_DYN, "not a shared object", found);
        require(elf.machine() == arch.elfMachine(), "made for ELF machine " + elf.machine(), found);
        require(elf.osAbi() == 0 || elf.osAbi() == OSABI_GNU, "made for OS ABI " + elf.osAbi(), found);
    }

    private static void checkSegments(ElfFile elf, List<String> found) {
        List<Segment> segments = elf.segments();
        for (Segment segment : segments) {
            int flags = segment.flags();
            boolean writableCode = (flags & ElfFile.PF_W) != 0 && (flags & ElfFile.PF_X) != 0;
            require(segment.type() != ElfFile.PT_LOAD || !writableCode, "a segment is writable and executable", found);
        }
        Segment stack = first(segments, ElfFile.PT_GNU_STACK);
        require(stack != null, "no GNU_STACK: every thread's stack would become executable", found);
        require(stack == null || (stack.flags() & ElfFile.PF_X) == 0, "GNU_STACK is executable", found);
        require(first(segments, ElfFile.PT_INTERP) == null, "it has an interpreter", found);
        require(first(segments, ElfFile.PT_TLS) == null, "it has thread-local storage", found);
        checkDynamicSegment(segments, found);
    }

    /** Without the note for one library, the loader would switch the protection off for the whole process. */
    private void checkProperties(ElfFile elf, List<String> found) {
        Map<Integer, Integer> properties = elf.properties();
        require(
                properties.equals(arch.properties()),
                "its GNU properties are " + properties + ", not " + arch.properties(),
                found);
    }

    /** glibc before 2.35 writes into the dynamic section while it loads; after that RELRO closes it. */
    private static void checkDynamicSegment(List<Segment> segments, List<String> found) {
        Segment dynamic = first(segments, ElfFile.PT_DYNAMIC);
        Segment relro = first(segments, ElfFile.PT_GNU_RELRO);
        require(dynamic != null, "no dynamic section", found);
        if (dynamic != null) {
            require((dynamic.flags() & ElfFile.PF_W) != 0, "the dynamic section is not writable", found);
            require(relro != null && relro.covers(dynamic), "RELRO does not cover the dynamic section", found);
        }
    }

    private static void checkDynamic(ElfFile elf, List<String> found) {
        for (ElfFile.Dynamic entry : elf.dynamic()) {
            Long allowedBits = ALLOWED.get(entry.tag());
            require(
                    allowedBits != null && (entry.value() & ~allowedBits) == 0,
                    "it has a dynamic entry " + NAMES.getOrDefault(entry.tag(), "0x" + Long.toHexString(entry.tag()))
                            + " of 0x" + Long.toHexString(entry.value()),
                    found);
        }
    }

    private void checkSymbols(ElfFile elf, List<String> found) {
        List<ElfFile.Symbol> symbols = elf.symbols();
        for (ElfFile.Symbol symbol : symbols) {
            require(symbol.section() != 0, "the symbol '" + symbol.name() + "' is undefined", found);
            boolean function = symbol.binding() == STB_GLOBAL && symbol.type() == STT_FUNC && symbol.visibility() == 0;
            require(function, "the symbol '" + symbol.name() + "' is not a global function", found);
        }
        List<String> names = new ArrayList<>();
        for (ElfFile.Symbol symbol : symbols) {
            names.add(symbol.name());
        }
        names.sort(null);
        require(names.equals(arch.exports()), "it exports " + names + ", not " + arch.exports(), found);
    }

    private static @Nullable Segment first(List<Segment> segments, int type) {
        for (Segment segment : segments) {
            if (segment.type() == type) {
                return segment;
            }
        }
        return null;
    }

    private static void require(boolean holds, String violation, List<String> found) {
        if (!holds) {
            found.add(violation);
        }
    }
}
