package io.github.syscallmaven.checksum.list.line;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListItem;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.entry.ParsedDigest;
import io.github.syscallmaven.checksum.list.parse.DigestParser;
import io.github.syscallmaven.checksum.list.parse.Line;
import io.github.syscallmaven.checksum.list.text.Slice;
import io.github.syscallmaven.io.BytePath;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of one line that names a file, as coreutils' {@code split_3} and {@code bsd_split_3} (src/cksum.c) have
 * it:
 * <pre>
 * sum      = *blank [ "\" ] ( tagged | untagged )          blank is SP or TAB; "\": the name is escaped
 * tagged   = TAG [ SP ] "(" name ")" *blank "=" *blank digest    the last ")" of the line ends the name
 * untagged = digest blank ( SP | "*" ) name                standard
 *          | digest blank name                             reversed; also any name of one byte
 * digest   = hexadecimal digits | base64
 * name     = every byte up to the end
 * </pre>
 * The first untagged line says whether a list is standard or reversed. In a standard one, reversed lines are malformed;
 * in a reversed one, the second blank or asterisk is the beginning of the name.
 *
 * <p>{@code ChecksumListReader} lists the differences from coreutils. Takes well-formed lines only; afterwards it knows
 * what is wrong with the others.
 */
public final class CoreutilsLineParser implements LineParser {
    private static final int MAX_TAG = 24;

    /** {@code rhash --bsd} writes shorter tags with so many characters. */
    private static final int PADDED_TAG = 5;

    private final DigestParser sums;
    private final Consumer<ListItem> out;
    private @Nullable Boolean reversed;
    private Line line = new Line(Slice.of(""), 0, false);
    private boolean escaped;
    private ListProblem problem = ListProblem.noChecksum(Slice.of(""), 0);

    public CoreutilsLineParser(DigestParser sums, Consumer<ListItem> out) {
        this.sums = sums;
        this.out = out;
    }

    @Override
    public boolean take(Line next) {
        line = next;
        Slice text = line.text();
        Slice sum = text.after(text.afterBlanks(0));
        escaped = sum.hasAt(0, '\\');
        ListItem finding = parse(escaped ? sum.after(1) : sum);
        if (finding instanceof ListProblem found) {
            problem = found;
            return false;
        }
        out.accept(finding);
        return true;
    }

    /** What is wrong with the line that was not taken. */
    public ListProblem problem() {
        return problem;
    }

    private ListItem parse(Slice text) {
        int tagEnd = tagEnd(text);
        int name = nameAfterTag(text, tagEnd);
        if (tagEnd > 0 && text.hasAt(name, '(')) {
            Slice tag = text.slice(0, tagEnd);
            EntryForm form = name > tagEnd ? EntryForm.BSD_TAG : EntryForm.OPENSSL;
            if (!tag.isHex()) {
                return tagged(tag.latin1(), text.after(name + 1), form);
            }
        }
        return untagged(text);
    }

    private static int tagEnd(Slice text) {
        int at = 0;
        while (at < text.length() && at < MAX_TAG && text.at(at) > ' ' && text.at(at) != '(') {
            at++;
        }
        return at;
    }

    private static int nameAfterTag(Slice text, int tagEnd) {
        int name = text.hasAt(tagEnd, ' ') ? tagEnd + 1 : tagEnd;
        while (name <= PADDED_TAG && tagEnd < PADDED_TAG && text.hasAt(name, ' ')) {
            name++;
        }
        return name;
    }

    private ListItem tagged(String tag, Slice text, EntryForm form) {
        int close = text.lastIndexOf(')');
        int equals = text.afterBlanks(close + 1);
        if (close < 0 || !text.hasAt(equals, '=')) {
            return ListProblem.malformed(line.number(), "has no ') = digest' at its end");
        }
        ParsedDigest sum = sums.tagged(tag, text.after(text.afterBlanks(equals + 1)), line.number());
        return sum == null ? noChecksum() : named(sum, text.slice(0, close), form);
    }

    private ListItem untagged(Slice text) {
        int blank = text.blank(0);
        Slice digest = text.slice(0, blank);
        int name = blank + 1;
        if (name >= text.length()) {
            return digest.isHex() ? ListProblem.nameless(line.number()) : noChecksum();
        }
        ParsedDigest sum = sums.untagged(digest, line.number());
        if (!(sum instanceof ParsedDigest.Sum)) {
            return sum instanceof ListProblem found ? found : noChecksum();
        }
        boolean looksReversed = text.length() - name == 1 || (text.at(name) != ' ' && text.at(name) != '*');
        if (looksReversed && Boolean.FALSE.equals(reversed)) {
            return ListProblem.malformed(
                    line.number(), "has one blank before the name where the lines before it have two characters");
        }
        if (reversed == null) {
            reversed = looksReversed;
        }
        if (reversed) {
            return named(sum, text.after(name), EntryForm.BSD_REVERSED);
        }
        return named(sum, text.after(name + 1), text.at(name) == '*' ? EntryForm.GNU_BINARY : EntryForm.GNU_TEXT);
    }

    private ListItem named(ParsedDigest sum, Slice text, EntryForm form) {
        BytePath name = escaped ? EscapedName.unescape(text) : text.path();
        if (name == null) {
            return ListProblem.malformed(
                    line.number(), "has a backslash in the name that is not followed by '\\', 'n' or 'r'");
        }
        return name.isEmpty() ? ListProblem.nameless(line.number()) : sum.named(name, form, line.number());
    }

    private ListProblem noChecksum() {
        return ListProblem.noChecksum(line.text(), line.number());
    }
}
