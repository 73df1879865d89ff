package io.github.syscallmaven.checksum.list.form;

import io.github.syscallmaven.checksum.list.entry.ListItem;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.entry.ListProblem.Kind;
import io.github.syscallmaven.checksum.list.line.BareLineParser;
import io.github.syscallmaven.checksum.list.line.CksumLineParser;
import io.github.syscallmaven.checksum.list.line.CoreutilsLineParser;
import io.github.syscallmaven.checksum.list.line.GpgLineParser;
import io.github.syscallmaven.checksum.list.line.LabelledLineParser;
import io.github.syscallmaven.checksum.list.line.LineParser;
import io.github.syscallmaven.checksum.list.line.NameFirstLineParser;
import io.github.syscallmaven.checksum.list.line.PortsLineParser;
import io.github.syscallmaven.checksum.list.line.SfvLineParser;
import io.github.syscallmaven.checksum.list.line.SriLineParser;
import io.github.syscallmaven.checksum.list.parse.DigestParser;
import io.github.syscallmaven.checksum.list.parse.ItemCollector;
import io.github.syscallmaven.checksum.list.parse.Line;
import io.github.syscallmaven.checksum.list.parse.Lines;
import io.github.syscallmaven.checksum.list.parse.ListContext;
import io.github.syscallmaven.checksum.list.text.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists that consist of lines: comments (mostly with {@code #}), empty lines, and the forms of its parsers. The
 * first parser that takes a line decides. To add a form, add a parser.
 */
public final class TextReader implements FormReader {
    /** In Gentoo's {@code DIGESTS}, it says the algorithm of the lines below it. */
    private static final Pattern SECTION = Pattern.compile("# ([A-Za-z0-9_-]{2,24}) HASH");

    private static final int LONGEST_SECTION = 64;

    private final ItemCollector findings;
    private final DigestParser sums;
    private final CoreutilsLineParser coreutils;
    private final GpgLineParser gpg;
    private final SfvLineParser sfv;
    private final List<LineParser> parsers = new ArrayList<>();

    /** What the parsers pass on: it goes after what the lines before still yield. */
    private final List<ListItem> found = new ArrayList<>();

    public TextReader(ListContext context, ItemCollector findings) {
        this.findings = findings;
        this.sums = new DigestParser(context);
        this.coreutils = new CoreutilsLineParser(sums, found::add);
        this.gpg = new GpgLineParser(context, sums, found::add);
        this.sfv = new SfvLineParser(context, found::add);
        LineParser bare = new BareLineParser(context, sums, found::add);
        parsers.add(sfv);
        parsers.add(new CksumLineParser(sums, found::add));
        if (context.sidecar()) {
            parsers.add(bare);
        }
        parsers.add(coreutils);
        parsers.add(gpg);
        parsers.add(new PortsLineParser(found::add));
        parsers.add(new LabelledLineParser(context, sums, found::add));
        parsers.add(new SriLineParser(context, sums, found::add));
        if (!context.sidecar()) {
            parsers.add(bare);
        }
        parsers.add(new NameFirstLineParser(sums, findings::any, found::add));
    }

    @Override
    public void read(InputStream in) throws IOException {
        Lines lines = new Lines(in, Lines.MAX_LINE);
        while (lines.next()) {
            take(lines);
        }
        end();
    }

    /** The line that is next in these. */
    void take(Lines lines) {
        if (lines.isTooLong()) {
            refuse(ListProblem.tooLong(lines.number(), Lines.MAX_LINE));
        } else {
            take(Line.of(lines));
        }
    }

    void take(Line line) {
        Slice text = line.text();
        if (text.isEmpty() || text.at(0) == '#') {
            if (sfv.takeNamed(line)) {
                settle(sfv);
            } else {
                section(text);
            }
        } else if (text.indexOf('\0', 0) < text.length()) {
            refuse(new ListProblem(
                    Kind.NUL, line.number(), "has a NUL in it; it is damaged, UTF-16, or written with --zero"));
        } else {
            parse(line);
        }
    }

    private void section(Slice comment) {
        Matcher section = SECTION.matcher(comment.length() <= LONGEST_SECTION ? comment.latin1() : "");
        if (section.matches()) {
            sums.section(section.group(1));
        }
    }

    private void parse(Line line) {
        if (gpg.resume(line)) {
            settle(gpg);
            return;
        }
        for (LineParser parser : parsers) {
            if (parser.take(line)) {
                settle(parser);
                return;
            }
        }
        refuse(coreutils.problem());
    }

    private void refuse(ListProblem problem) {
        found.add(problem);
        settle(null);
    }

    private void settle(@Nullable LineParser taker) {
        List<ListItem> now = List.copyOf(found);
        found.clear();
        for (LineParser parser : parsers) {
            if (parser != taker) {
                parser.interrupt();
            }
        }
        pass();
        now.forEach(findings::add);
    }

    private void pass() {
        found.forEach(findings::add);
        found.clear();
    }

    /** Passes on what is left when there are no more lines. */
    void end() {
        parsers.forEach(LineParser::end);
        pass();
    }
}
