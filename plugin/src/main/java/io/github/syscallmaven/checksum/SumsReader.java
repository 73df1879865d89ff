package io.github.syscallmaven.checksum;

import io.github.syscallmaven.checksum.SumsProblem.Kind;
import io.github.syscallmaven.io.BytePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of checksums and sidecars in every form of {@link SumsForm}; it finds out which by itself. Opens no file.
 * Immutable; reads any number of lists, in any number of threads.
 *
 * <p>Guarantees, whatever the bytes are: the time is proportional to their number; no more than a few times {@link #MAX_LINE}
 * bytes are held, plus 64 bytes for every entry (so that repetitions are seen); nothing is thrown but what the stream throws.
 * Whatever is wrong with a list is a {@link SumsProblem}; whether that is a failure is for the caller to say. A caller that
 * forgives malformed lines must still not forgive {@link Kind#NOT_A_LIST} and {@link Kind#EMPTY}.
 *
 * <p>An untagged digest is of the algorithm that the caller names, or the extension of the list; failing that, by its length:
 * 32 hexadecimal digits MD5, 40 SHA-1, 56 SHA-224, 64 SHA-256, 96 SHA-384, 128 SHA-512.
 *
 * <p>Lines are read as {@code sha256sum -c} of coreutils 9 reads them. The differences:
 * <ul>
 *   <li>more is read: the further forms, tags of any algorithm and base64 (as {@code cksum -c} does), and the byte order mark
 *       of UTF-8 at the very beginning is skipped, where coreutils takes it for a part of the first line;
 *   <li>an empty name in parentheses is malformed, where coreutils opens a file of no name;
 *   <li>a NUL anywhere in a line is malformed, where coreutils sometimes takes it for the end of the digest or the name;
 *   <li>{@code -} is a file of that name, never the standard input.
 * </ul>
 */
public final class SumsReader {
    /** The longest line, row, record or XML element that is read, in bytes: 2 MiB. Longer ones are problems. */
    public static final int MAX_LINE = 1 << 21;

    private static final int HEAD = 1024;
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";
    private static final List<String> UTF_16 = List.of("\u00ff\u00fe", "\u00fe\u00ff");
    private static final List<String> WEB_PAGE = List.of("<!", "<html", "<head", "<body");
    private static final List<String> XML = List.of("<?xml", "<files");

    private final SumsContext context;

    private SumsReader(SumsContext context) {
        this.context = context;
    }

    /**
     * For a list of this file name. If it has the extension of an algorithm, as {@code x.jar.sha256} has, then that is the one
     * of untagged digests, and a digest without a name is of the file named like the list but without that extension.
     *
     * @param untagged the algorithm of untagged digests; null to go by the extension or the length
     */
    public static SumsReader ofList(Algorithms algorithms, BytePath fileName, @Nullable Algorithm untagged) {
        Algorithm named = algorithms.ofExtension(fileName).orElse(null);
        BytePath last = fileName.fileName();
        BytePath target = named == null ? null : BytePath.of(last.toBytes(), 0, lastDot(last));
        boolean usable = target != null && !target.isEmpty();
        return new SumsReader(
                new SumsContext(algorithms, untagged != null ? untagged : named, usable ? target : null, false));
    }

    /**
     * For the sidecar of a file. Every entry is of that file, whatever name the sidecar has for it: those in repositories have
     * names of the machine they were made on.
     *
     * @param untagged the algorithm of untagged digests; null to go by the length
     */
    public static SumsReader ofSidecar(Algorithms algorithms, BytePath target, @Nullable Algorithm untagged) {
        return new SumsReader(new SumsContext(algorithms, untagged, target, true));
    }

    /**
     * Reads all of this stream, or up to where it is clear that it is no list. Does not close it.
     *
     * @throws IOException only when the stream does
     */
    public void read(InputStream in, SumsSink sink) throws IOException {
        Findings findings = new Findings(context, sink);
        PushbackInputStream pushback = new PushbackInputStream(in, HEAD);
        byte[] head = pushback.readNBytes(HEAD);
        // One char a byte, for comparisons with ASCII.
        String start = new String(head, StandardCharsets.ISO_8859_1);
        int skipped = start.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        if (skipped > 0) {
            findings.problem(Kind.BYTE_ORDER_MARK, 1, "begins with a byte order mark, which was skipped");
        }
        pushback.unread(head, skipped, head.length - skipped);
        dispatch(start.substring(skipped), pushback, findings);
        findings.end();
    }

    private void dispatch(String start, InputStream in, Findings findings) throws IOException {
        String text = start.stripLeading().toLowerCase(Locale.ROOT);
        if (UTF_16.stream().anyMatch(start::startsWith)) {
            findings.problem(Kind.NOT_A_LIST, 1, "is UTF-16; convert it to UTF-8");
        } else if (WEB_PAGE.stream().anyMatch(text::startsWith)) {
            findings.problem(Kind.NOT_A_LIST, 1, "is a web page, not a list of checksums; fetch it again");
        } else if (XML.stream().anyMatch(text::startsWith)) {
            new PluginXmlSums(context, findings).read(in);
        } else if (text.startsWith("{")) {
            new JsonSums(context, findings, in).read();
        } else if (start.startsWith(CsvWriter.HEADER)) {
            new CsvSums(context, findings).read(in);
        } else if (start.startsWith(PluginCsvSums.HEADER)) {
            new PluginCsvSums(context, findings).read(in);
        } else {
            new TextSums(context, findings).read(in);
        }
    }

    private static int lastDot(BytePath name) {
        int at = name.length() - 1;
        while (at > 0 && name.at(at) != '.') {
            at--;
        }
        return at;
    }
}
