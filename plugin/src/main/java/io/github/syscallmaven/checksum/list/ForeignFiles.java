package io.github.syscallmaven.checksum.list;

import io.github.syscallmaven.checksum.list.entry.Cause;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.form.ClearSignedReader;
import io.github.syscallmaven.checksum.list.text.Slice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises files that are not lists, so that one message says so, instead of one for each line. */
final class ForeignFiles {
    private static final int TAR_MAGIC = 257;
    private static final int BZIP2_MAGIC = 4;

    /** Of random bytes, one in nine is a control character; of the bytes of most lists, hardly one in seventy. */
    private static final int MOST_CONTROLS = 12;

    private static final int LEAST_CONTROLS = 8;
    private static final int DELETE = 0x7f;

    /**
     * Names may consist of control characters, but there is a digest before them, or a tag. Random bytes have neither.
     */
    private static final Pattern OF_LIST = Pattern.compile("[0-9A-Fa-f]{8}|\\A\\\\?[A-Z][A-Za-z0-9/-]{1,23} ?\\(");

    private static final int LEAST_UTF_16 = 4;

    private static final Map<String, String> MAGIC = new LinkedHashMap<>();
    private static final Map<String, String> TEXT = new LinkedHashMap<>();

    static {
        MAGIC.put("PK\3\4", "a ZIP or JAR archive");
        MAGIC.put("PK\5\6", "a ZIP or JAR archive");
        MAGIC.put("\u001f\u008b", "a gzip archive");
        MAGIC.put("\u00fd7zXZ\0", "an xz archive");
        MAGIC.put("(\u00b5/\u00fd", "a Zstandard archive");
        MAGIC.put("7z\u00bc\u00af'\u001c", "a 7-Zip archive");
        MAGIC.put("Rar!\u001a\7", "a RAR archive");
        MAGIC.put("!<arch>\n", "an ar archive");
        MAGIC.put("\u00ed\u00ab\u00ee\u00db", "an RPM package");
        MAGIC.put("\u007fELF", "an ELF binary");
        MAGIC.put("\u00ca\u00fe\u00ba\u00be", "a class file");
        MAGIC.put("\u0089PNG\r\n", "a PNG image");
        MAGIC.put("\u00ff\u00d8\u00ff", "a JPEG image");
        MAGIC.put("%PDF-", "a PDF document");
        TEXT.put("<!", "a web page");
        TEXT.put("<html", "a web page");
        TEXT.put("<head", "a web page");
        TEXT.put("<body", "a web page");
        TEXT.put("-----begin pgp signature-----", "a detached OpenPGP signature");
        TEXT.put("-----begin pgp", "an OpenPGP key or message");
        TEXT.put("-----begin ", "a certificate, a key or another PEM file");
        TEXT.put("version https://git-lfs.github.com/", "a pointer of Git LFS, and the file itself was not fetched");
    }

    private ForeignFiles() {}

    /** What this is; null when it can be a list. */
    static @Nullable ListProblem of(ListHead head) {
        String what = find(MAGIC, head.latin1());
        if (what == null && head.latin1().startsWith("ustar", TAR_MAGIC)) {
            what = "a tar archive";
        }
        if (what == null && head.latin1().startsWith("BZh") && head.latin1().startsWith("1AY&SY", BZIP2_MAGIC)) {
            what = "a bzip2 archive";
        }
        if (what == null && !head.beginsWith(ClearSignedReader.BEGINNING)) {
            what = find(TEXT, head.text());
        }
        if (what != null) {
            return notAList("is " + what + ", not a list of checksums; fetch the list, or name it", null);
        }
        if (isUtf16(head.latin1(), 1) || isUtf16(head.latin1(), 0)) {
            String order = head.latin1().charAt(0) == 0 ? "BE" : "LE";
            return notAList(
                    "is UTF-16 without a byte order mark; convert it, as by iconv -f UTF-16" + order + " -t UTF-8",
                    Cause.UTF_16);
        }
        return isBinary(head) ? notAList("is binary, not a list of checksums; fetch the list, or name it", null) : null;
    }

    private static ListProblem notAList(String what, @Nullable Cause cause) {
        return new ListProblem(ListProblem.Kind.NOT_A_LIST, 1, what, cause);
    }

    private static @Nullable String find(Map<String, String> kinds, String start) {
        return kinds.entrySet().stream()
                .filter(kind -> start.startsWith(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Whether every second byte, and no other, is a NUL. */
    private static boolean isUtf16(String head, int nul) {
        int at = 0;
        while (at < head.length() && (head.charAt(at) == 0) == (at % 2 == nul)) {
            at++;
        }
        return at == head.length() && at >= LEAST_UTF_16;
    }

    private static boolean isBinary(ListHead head) {
        long controls = head.latin1()
                .chars()
                .filter(c -> (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == DELETE)
                .count();
        return controls >= LEAST_CONTROLS
                && controls * MOST_CONTROLS > head.latin1().length()
                && !OF_LIST.matcher(head.latin1()).find();
    }

    /** What something without a checksum in it seems to be, as a clause. */
    static String seems(ListHead head) {
        String text = head.latin1().strip();
        if (text.isEmpty()) {
            return head.latin1().isEmpty() ? "it is an empty file" : "it has nothing but blank lines";
        }
        String line = text.lines()
                .filter(one -> !one.isBlank() && !one.startsWith("#"))
                .findFirst()
                .orElse("");
        return line.isEmpty()
                ? "it has nothing but comments"
                : "it seems to be text that begins with '" + Slice.of(line.strip()) + "'";
    }
}
