package io.github.syscallmaven.syscall.stub.image;

import io.github.syscallmaven.syscall.arch.Arch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a dynamic loader reads of a 64-bit little-endian ELF file.
 *
 * <p>Source: the System V ABI, chapters 4 and 5, and elf(5). Reading beyond the end of a damaged file throws an
 * {@link IndexOutOfBoundsException} or {@link IllegalArgumentException}.
 */
public final class ElfFile {
    static final int ET_DYN = 3;

    public static final int PT_LOAD = 1;
    public static final int PT_DYNAMIC = 2;
    static final int PT_INTERP = 3;
    static final int PT_NOTE = 4;
    static final int PT_PHDR = 6;
    static final int PT_TLS = 7;
    public static final int PT_GNU_STACK = 0x6474e551;
    static final int PT_GNU_RELRO = 0x6474e552;
    static final int PT_GNU_PROPERTY = 0x6474e553;

    static final int PF_X = 1;
    public static final int PF_W = 2;

    static final long DT_SYMENT = 11;

    static final int SEGMENT_SIZE = 56;
    static final int SYMBOL_SIZE = 24;

    private static final int STB_LOCAL = 0;
    private static final int STT_SECTION = 3;

    private static final long DT_NULL = 0;
    private static final long DT_NEEDED = 1;
    private static final long DT_HASH = 4;
    private static final long DT_STRTAB = 5;
    private static final long DT_SYMTAB = 6;
    private static final long DT_STRSZ = 10;
    private static final long DT_GNU_HASH = 0x6ffffef5L;

    private static final int HEADER_SIZE = 64;
    /** Size of name, size of contents, type, and the name "GNU". */
    private static final int NOTE_HEADER_SIZE = 16;
    /** Type, size of the value, the value, padding. */
    private static final int PROPERTY_SIZE = 16;

    private final ByteBuffer bytes;
    private @Nullable List<Segment> segments;
    private @Nullable List<Dynamic> dynamic;

    /** An entry of the program header table. */
    record Segment(int type, int flags, long offset, long address, long fileSize, long memorySize, long alignment) {
        boolean covers(Segment other) {
            return covers(other.address, other.memorySize);
        }

        boolean covers(Symbol symbol) {
            return covers(symbol.value(), symbol.size());
        }

        private boolean covers(long from, long length) {
            return address <= from && length >= 0 && from + length <= address + memorySize;
        }
    }

    /** An entry of the dynamic section. */
    record Dynamic(long tag, long value) {}

    /** An entry of the dynamic symbol table. */
    public record Symbol(String name, int binding, int type, int visibility, int section, long value, long size) {
        /** Whether this only stands for a section, as some linkers have it; it has no name and exports nothing. */
        boolean isSection() {
            return binding == STB_LOCAL && type == STT_SECTION;
        }
    }

    public ElfFile(byte[] file) {
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether the file starts as a 64-bit little-endian ELF file of version 1 does. */
    boolean isElf64() {
        return bytes.capacity() >= HEADER_SIZE
                && bytes.getInt(0) == 0x464c457f
                && bytes.get(4) == 2
                && bytes.get(5) == 1
                && bytes.get(6) == 1;
    }

    int osAbi() {
        return bytes.get(7);
    }

    int type() {
        return Short.toUnsignedInt(bytes.getShort(16));
    }

    int machine() {
        return Short.toUnsignedInt(bytes.getShort(18));
    }

    List<Segment> segments() {
        if (segments == null) {
            segments = readSegments();
        }
        return segments;
    }

    private List<Segment> readSegments() {
        int table = Math.toIntExact(bytes.getLong(32));
        int count = Short.toUnsignedInt(bytes.getShort(56));
        List<Segment> segments = new ArrayList<>();
        for (int at = table; at < table + count * SEGMENT_SIZE; at += SEGMENT_SIZE) {
            segments.add(new Segment(
                    bytes.getInt(at),
                    bytes.getInt(at + 4),
                    bytes.getLong(at + 8),
                    bytes.getLong(at + 16),
                    bytes.getLong(at + 32),
                    bytes.getLong(at + 40),
                    bytes.getLong(at + 48)));
        }
        return segments;
    }

    // In plain loops here and in the rules: lambdas cost milliseconds in a fresh JVM.
    List<Segment> segments(int type) {
        List<Segment> found = new ArrayList<>();
        for (Segment segment : segments()) {
            if (segment.type() == type) {
                found.add(segment);
            }
        }
        return found;
    }

    int segmentHeaderSize() {
        return Short.toUnsignedInt(bytes.getShort(54));
    }

    /** Of the whole file, in bytes. */
    int size() {
        return bytes.capacity();
    }

    /**
     * The GNU properties by type, which are 32 bits each on the CPUs of {@link Arch}; empty when there is no note of
     * them.
     */
    Map<Integer, Integer> properties() {
        Map<Integer, Integer> properties = new HashMap<>();
        for (Segment segment : segments(PT_GNU_PROPERTY)) {
            int first = Math.toIntExact(segment.offset()) + NOTE_HEADER_SIZE;
            int end = first + bytes.getInt(first - NOTE_HEADER_SIZE + 4);
            for (int at = first; at < end; at += PROPERTY_SIZE) {
                properties.put(bytes.getInt(at), bytes.getInt(at + 8));
            }
        }
        return properties;
    }

    /** The dynamic section up to its end mark, where the loader has it in memory; empty when there is none. */
    List<Dynamic> dynamic() {
        if (dynamic == null) {
            dynamic = readDynamic();
        }
        return dynamic;
    }

    private List<Dynamic> readDynamic() {
        List<Dynamic> entries = new ArrayList<>();
        for (Segment segment : segments(PT_DYNAMIC)) {
            int at = fileOffset(segment.address());
            for (; bytes.getLong(at) != DT_NULL; at += 16) {
                entries.add(new Dynamic(bytes.getLong(at), bytes.getLong(at + 8)));
            }
        }
        return entries;
    }

    /** The names of the libraries that the loader has to find first. */
    List<String> needed() {
        List<String> names = new ArrayList<>();
        for (Dynamic entry : dynamic()) {
            if (entry.tag() == DT_NEEDED) {
                names.add(string(entry.value()));
            }
        }
        return names;
    }

    /** The dynamic symbols except for the null symbol at their head and those that stand for sections. */
    public List<Symbol> symbols() {
        int symbols = offset(DT_SYMTAB);
        int count = symbolsOfHash();
        List<Symbol> found = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            int at = symbols + i * SYMBOL_SIZE;
            int info = Byte.toUnsignedInt(bytes.get(at + 4));
            Symbol symbol = new Symbol(
                    string(bytes.getInt(at)),
                    info >> 4,
                    info & 0xf,
                    bytes.get(at + 5) & 3,
                    Short.toUnsignedInt(bytes.getShort(at + 6)),
                    bytes.getLong(at + 8),
                    bytes.getLong(at + 16));
            if (!symbol.isSection()) {
                found.add(symbol);
            }
        }
        return found;
    }

    /** How many dynamic symbols the hash table of the System V ABI counts. */
    int symbolsOfHash() {
        return bytes.getInt(offset(DT_HASH) + 4);
    }

    /** Whether the chains of that table lead to no symbol that it does not count. */
    boolean hasSoundHash() {
        int table = offset(DT_HASH);
        int count = symbolsOfHash();
        int entries = Math.addExact(bytes.getInt(table), count);
        for (int i = 0; i < entries; i++) {
            if (Integer.compareUnsigned(bytes.getInt(table + 8 + 4 * i), count) >= 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The same of the GNU hash table, which does not say how many there are: the last chain ends with the last symbol.
     *
     * <p>In memory: how many buckets, the first symbol that is hashed, how many 64-bit words the Bloom filter has, its
     * shift; the filter; for each bucket its first symbol; for each hashed symbol its hash, odd at the end of a chain.
     */
    int symbolsOfGnuHash() {
        int table = offset(DT_GNU_HASH);
        int count = bytes.getInt(table);
        int first = bytes.getInt(table + 4);
        int buckets = Math.addExact(table + 16, Math.multiplyExact(bytes.getInt(table + 8), 8));
        int chains = Math.addExact(buckets, Math.multiplyExact(4, count));
        int last = 0;
        for (int i = 0; i < count; i++) {
            int bucket = bytes.getInt(buckets + 4 * i);
            if (bucket != 0 && bucket < first) {
                throw new IllegalArgumentException("the GNU hash table points before its first symbol");
            }
            last = Math.max(last, bucket);
        }
        if (last == 0) {
            return first;
        }
        while ((bytes.getInt(chains + 4 * (last - first)) & 1) == 0) {
            last++;
        }
        return last + 1;
    }

    /** What the dynamic entry of this type says. */
    long value(long tag) {
        for (Dynamic entry : dynamic()) {
            if (entry.tag() == tag) {
                return entry.value();
            }
        }
        throw new IllegalArgumentException("no dynamic entry " + tag);
    }

    /** Where in the file the table is that this dynamic entry gives the address of. */
    private int offset(long tag) {
        return fileOffset(value(tag));
    }

    /** Where in the file the byte is that is loaded at this address. */
    public int fileOffset(long address) {
        for (Segment segment : segments()) {
            long into = address - segment.address();
            if (segment.type() == PT_LOAD && into >= 0 && into < segment.fileSize()) {
                return Math.toIntExact(segment.offset() + into);
            }
        }
        throw new IllegalArgumentException("no segment holds the address " + address);
    }

    /** The text at this place of the string table. */
    private String string(long place) {
        int table = offset(DT_STRTAB);
        int behind = table + Math.toIntExact(value(DT_STRSZ));
        int from = table + Math.toIntExact(place);
        int end = from;
        while (bytes.get(end) != 0) {
            end++;
        }
        if (from < table || end >= behind) {
            throw new IllegalArgumentException("a name is not in the string table");
        }
        byte[] text = new byte[end - from];
        bytes.get(from, text);
        return new String(text, StandardCharsets.US_ASCII);
    }
}
