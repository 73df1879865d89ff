package io.github.syscallmaven.checksum.list.form;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListItem;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.entry.ParsedDigest;
import io.github.syscallmaven.checksum.list.parse.DigestParser;
import io.github.syscallmaven.checksum.list.parse.ItemCollector;
import io.github.syscallmaven.checksum.list.parse.Line;
import io.github.syscallmaven.checksum.list.parse.Lines;
import io.github.syscallmaven.checksum.list.parse.ListContext;
import io.github.syscallmaven.checksum.list.text.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code certutil -hashfile} of Windows writes, one after the other: {@code SHA256 hash of name:}, the
 * digest, and that it has succeeded. Up to Windows 7 and Server 2012 it is {@code hash of file name:}, and the digest
 * in pairs of digits.
 */
public final class CertutilReader implements FormReader {
    /** Of a head in lower case without white space at its beginning. */
    public static final Pattern HEADER = Pattern.compile("[a-z0-9]{2,10} hash of [^\n]");

    private static final String OF = " hash of ";
    private static final String OF_OLD = "file ";
    private static final String SUCCESS = "CertUtil: -hashfile command completed successfully.";
    private static final int MAX_TAG = 10;

    private final DigestParser sums;
    private final ItemCollector findings;
    private @Nullable Line header;

    public CertutilReader(ListContext context, ItemCollector findings) {
        this.sums = new DigestParser(context);
        this.findings = findings;
    }

    @Override
    public void read(InputStream in) throws IOException {
        Lines.each(in, findings, this::line);
        withoutDigest();
    }

    private void line(Line line) {
        Slice text = line.text();
        if (isHeader(text)) {
            withoutDigest();
            header = new Line(Slice.of(text.toBytes()), line.number(), line.crlf());
        } else if (header != null && !text.stripped().isEmpty()) {
            findings.add(finding(header, text.stripped()));
            header = null;
        } else if (!text.stripped().isEmpty() && !text.stripped().is(SUCCESS)) {
            findings.add(ListProblem.noChecksum(text, line.number()));
        }
    }

    private static boolean isHeader(Slice text) {
        int tag = text.blank(0);
        return tag <= MAX_TAG
                && text.after(tag).startsWith(OF)
                && text.endsWith(':')
                && text.length() > tag + OF.length() + 1;
    }

    private ListItem finding(Line of, Slice digest) {
        Slice text = of.text();
        int tag = text.blank(0);
        Slice name = text.slice(tag + OF.length(), text.length() - 1);
        boolean old = digest.blank(0) < digest.length() && name.startsWith(OF_OLD);
        Slice digits = old ? Slice.of(digest.latin1().replace(" ", "")) : digest;
        ParsedDigest sum = sums.called(text.slice(0, tag).latin1(), digits, of.number());
        return sum == null
                ? ListProblem.malformed(of.number(), "is not followed by a digest")
                : sum.named((old ? name.after(OF_OLD.length()) : name).path(), EntryForm.CERTUTIL, of.number());
    }

    private void withoutDigest() {
        if (header != null) {
            findings.add(ListProblem.malformed(header.number(), "is not followed by a digest"));
        }
        header = null;
    }
}
