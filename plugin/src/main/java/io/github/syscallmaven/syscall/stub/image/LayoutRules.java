package io.github.syscallmaven.syscall.stub.image;

import io.github.syscallmaven.syscall.stub.image.ElfFile.Dynamic;
import io.github.syscallmaven.syscall.stub.image.ElfFile.Segment;
import io.github.syscallmaven.syscall.stub.image.ElfFile.Symbol;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks where the parts of a stub are, so that every loader finds those that {@link StubRules} has checked: loaders
 * differ in whether they obey the first or the last of two headers, in whether they go by offset or by address, and in
 * which of two hash tables they look a symbol up.
 */
final class LayoutRules {
    /** What segments are aligned to, so that no page of any kernel holds parts of two. */
    private static final int LARGEST_PAGE = 65536;

    /** Which the loader obeys; the second of one kind could undo the first. */
    private static final List<Integer> ONCE = List.of(
            ElfFile.PT_DYNAMIC, ElfFile.PT_PHDR, ElfFile.PT_GNU_STACK, ElfFile.PT_GNU_RELRO, ElfFile.PT_GNU_PROPERTY);

    /** Which lie in loaded memory, and are read there. */
    private static final List<Integer> LOADED = List.of(
            ElfFile.PT_DYNAMIC, ElfFile.PT_NOTE, ElfFile.PT_PHDR, ElfFile.PT_GNU_RELRO, ElfFile.PT_GNU_PROPERTY);

    private final ElfFile elf;
    private final List<Segment> loads;
    private final List<String> found;

    private LayoutRules(ElfFile elf, List<String> found) {
        this.elf = elf;
        this.loads = elf.segments(ElfFile.PT_LOAD);
        this.found = found;
    }

    /** Adds what is wrong, each in a few words. */
    static void check(ElfFile elf, List<String> found) {
        LayoutRules rules = new LayoutRules(elf, found);
        rules.checkHeaders();
        rules.checkLoads();
        rules.checkPlaces();
        rules.checkTags();
        rules.checkSymbols();
    }

    private void checkHeaders() {
        require(
                elf.segmentHeaderSize() == ElfFile.SEGMENT_SIZE,
                "its program headers have " + elf.segmentHeaderSize() + " bytes");
        for (int type : ONCE) {
            int count = elf.segments(type).size();
            require(count < 2, "it has " + count + " program headers of type 0x" + Integer.toHexString(type));
        }
    }

    private void checkLoads() {
        long end = 0;
        for (Segment load : loads) {
            long page = load.alignment();
            boolean pages = page == LARGEST_PAGE;
            require(pages, "a segment is aligned to " + page + " bytes, not to pages of 64 KiB");
            require(
                    pages && load.offset() % page == load.address() % page,
                    "a segment's offset and address differ within their page");
            require(
                    load.fileSize() == load.memorySize() || isWritable(load),
                    "a segment has memory that is not in the file");
            require(
                    load.offset() >= 0 && load.fileSize() >= 0 && load.offset() + load.fileSize() <= elf.size(),
                    "a segment is not in the file");
            require(load.address() / Math.max(page, 1) * page >= end, "segments overlap, or are not in order");
            end = load.address() + load.memorySize();
        }
    }

    /** Whether RELRO covers it to the end of its last page: what ends within a page is left out by the loader. */
    private boolean isClosed(Segment load) {
        for (Segment relro : elf.segments(ElfFile.PT_GNU_RELRO)) {
            if (relro.covers(load) && (relro.address() + relro.memorySize()) % LARGEST_PAGE == 0) {
                return true;
            }
        }
        return false;
    }

    private void checkPlaces() {
        for (Segment segment : elf.segments()) {
            if (LOADED.contains(segment.type())) {
                require(
                        isLoaded(segment),
                        "the part of type 0x" + Integer.toHexString(segment.type()) + " is not where it is loaded");
            }
        }
        for (Segment dynamic : elf.segments(ElfFile.PT_DYNAMIC)) {
            require(isInWritable(dynamic), "the dynamic section is not in a writable segment");
        }
        for (Segment load : loads) {
            require(!isWritable(load) || isClosed(load), "a segment stays writable");
        }
    }

    private boolean isLoaded(Segment part) {
        for (Segment load : loads) {
            if (isWithin(load, part)) {
                return true;
            }
        }
        return false;
    }

    private boolean isInWritable(Segment part) {
        for (Segment load : loads) {
            if (load.covers(part) && isWritable(load)) {
                return true;
            }
        }
        return false;
    }

    private boolean isExecutable(Symbol symbol) {
        for (Segment load : loads) {
            if ((load.flags() & ElfFile.PF_X) != 0 && load.covers(symbol)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWritable(Segment load) {
        return (load.flags() & ElfFile.PF_W) != 0;
    }

    private static boolean isWithin(Segment load, Segment part) {
        return load.covers(part)
                && (part.fileSize() == part.memorySize() || part.type() == ElfFile.PT_GNU_RELRO)
                && part.offset() - load.offset() == part.address() - load.address();
    }

    private void checkTags() {
        Set<Long> seen = new HashSet<>();
        for (Dynamic entry : elf.dynamic()) {
            require(seen.add(entry.tag()), "it has two dynamic entries of type 0x" + Long.toHexString(entry.tag()));
        }
        require(elf.value(ElfFile.DT_SYMENT) == ElfFile.SYMBOL_SIZE, "its symbols have another size");
    }

    private void checkSymbols() {
        require(elf.hasSoundHash(), "its hash table points behind the last symbol");
        int byHash = elf.symbolsOfHash();
        int byGnuHash = elf.symbolsOfGnuHash();
        require(
                byHash == byGnuHash,
                "it has " + byHash + " symbols by one hash table and " + byGnuHash + " by the other");
        for (Symbol symbol : elf.symbols()) {
            require(isExecutable(symbol), "the symbol '" + symbol.name() + "' is not in executable memory");
        }
    }

    private void require(boolean holds, String violation) {
        if (!holds) {
            found.add(violation);
        }
    }
}
