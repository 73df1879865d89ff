package io.github.syscallmaven.checksum.list;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.EntrySink;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.entry.ListProblem.Kind;
import io.github.syscallmaven.checksum.list.name.ListName;
import io.github.syscallmaven.checksum.list.name.PromisedAlgorithm;
import io.github.syscallmaven.checksum.list.parse.ItemCollector;
import io.github.syscallmaven.checksum.list.parse.Lines;
import io.github.syscallmaven.checksum.list.parse.ListContext;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.BytePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of checksums and sidecars in every form of {@link EntryForm}; it finds out which by itself. Opens no
 * file. Immutable; reads any number of lists, in any number of threads.
 *
 * <p>Guarantees, whatever the bytes are: the time is proportional to their number; no more than a few times
 * {@link Lines#MAX_LINE} bytes are held, plus 64 bytes for every entry (so that repetitions are seen); no more than
 * some thousand problems are reported, each in some hundred characters; nothing is thrown but what the stream throws,
 * and nothing is printed. Whatever is wrong with a list is a {@link ListProblem}; whether that is a failure is for the
 * caller to say. A caller that forgives malformed lines must still not forgive {@link Kind#NOT_A_LIST},
 * {@link Kind#EMPTY} and {@link Kind#OTHER_ALGORITHM}.
 *
 * <p>An untagged digest is of the algorithm that the caller names, or the name of the list ({@link ListName}); failing
 * that, by its length: 32 hexadecimal digits MD5, 40 SHA-1, 56 SHA-224, 64 SHA-256, 96 SHA-384, 128 SHA-512. What the
 * name of a list promises holds for every entry, in whatever form it says another algorithm.
 *
 * <p>Lines are read as {@code sha256sum -c} of coreutils 9 reads them. The differences:
 * <ul>
 *   <li>more is read: the further forms, tags of any algorithm and base64 (as {@code cksum -c} does), the frame of a
 *       signature, UTF-16 with a byte order mark; and the byte order mark of UTF-8 at the very beginning is skipped,
 *       where coreutils takes it for a part of the first line;
 *   <li>an empty name in parentheses is malformed, where coreutils opens a file of no name;
 *   <li>a NUL anywhere in a line is malformed, where coreutils sometimes takes it for the end of the digest or the
 *       name;
 *   <li>{@code -} is a file of that name, never the standard input.
 * </ul>
 */
public final class ChecksumListReader {
    private static final int HEAD = 1024;

    private final ListContext context;

    private ChecksumListReader(ListContext context) {
        this.context = context;
    }

    /**
     * For a list of this file name. If that is the name of a sidecar, as {@code x.jar.sha256} is, a digest without a
     * name is of the file that it would stand beside.
     *
     * @param untagged the algorithm of untagged digests; null to go by the name of the list or the length
     */
    public static ChecksumListReader ofList(Algorithms algorithms, BytePath fileName, @Nullable Algorithm untagged) {
        ListName name = ListName.of(algorithms, fileName);
        return new ChecksumListReader(
                new ListContext(algorithms, untagged, name.promise(), name.target(), false, false));
    }

    /**
     * For the sidecar of a file. Every entry is of that file, whatever name the sidecar has for it: those in
     * repositories have names of the machine they were made on.
     *
     * @param fileName of the sidecar
     * @param untagged the algorithm of untagged digests; null to go by the name of the sidecar or the length
     */
    public static ChecksumListReader ofSidecar(
            Algorithms algorithms, BytePath fileName, BytePath target, @Nullable Algorithm untagged) {
        PromisedAlgorithm promise = ListName.of(algorithms, fileName).promise();
        return new ChecksumListReader(new ListContext(algorithms, untagged, promise, target, true, false));
    }

    /** Whether there is an entry in this stream, whatever else there is. Does not close it. */
    public boolean hasEntry(InputStream in) throws IOException {
        boolean[] any = {false};
        read(in, new EntrySink() {
            @Override
            public void entry(ListEntry entry) {
                any[0] = true;
            }

            @Override
            public void problem(ListProblem problem) {
                // The last line may be cut off.
            }
        });
        return any[0];
    }

    /**
     * Reads all of this stream, or up to where it is clear that it is no list. Does not close it.
     *
     * @throws IOException only when the stream does
     */
    public void read(InputStream in, EntrySink sink) throws IOException {
        PushbackInputStream pushback = new PushbackInputStream(in, HEAD);
        ByteOrderMark mark = ByteOrderMark.skip(pushback);
        ListContext known = mark.isUtf16() ? context.ofWindows() : context;
        ItemCollector findings = new ItemCollector(known, sink);
        String seems = "not all of it was read";
        try {
            PushbackInputStream text = new PushbackInputStream(mark.decoded(pushback), HEAD);
            byte[] start = text.readNBytes(HEAD);
            text.unread(start);
            ListHead head = ListHead.of(start);
            seems = ForeignFiles.seems(head);
            if (mark != ByteOrderMark.NONE) {
                findings.problem(Kind.BYTE_ORDER_MARK, 1, "begins with the byte order mark of " + mark);
            }
            ListProblem foreign = ForeignFiles.of(head);
            if (foreign != null) {
                findings.add(foreign);
            } else {
                ListForms.reader(head, known, findings).read(text);
            }
        } catch (Utf16Input.Damaged damaged) {
            findings.problem(Kind.NOT_A_LIST, 0, "is damaged UTF-16; not all of it was read");
        }
        findings.end(seems);
    }
}
