package io.github.syscallmaven.checksum.list.form;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.entry.ListProblem.Kind;
import io.github.syscallmaven.checksum.list.entry.ParsedDigest;
import io.github.syscallmaven.checksum.list.line.CksumLineParser;
import io.github.syscallmaven.checksum.list.name.TextName;
import io.github.syscallmaven.checksum.list.name.WindowsName;
import io.github.syscallmaven.checksum.list.parse.DigestParser;
import io.github.syscallmaven.checksum.list.parse.ItemCollector;
import io.github.syscallmaven.checksum.list.parse.Line;
import io.github.syscallmaven.checksum.list.parse.Lines;
import io.github.syscallmaven.checksum.list.parse.ListContext;
import io.github.syscallmaven.checksum.list.text.Slice;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads what {@code hashdeep} writes (md5deep 4, main.cpp): a line {@code %%%% HASHDEEP-1.0}, one with the columns,
 * which are {@code size}, digests and {@code filename}, comments that begin with {@code ##}, and a row a file. Names
 * are the last column, and not quoted.
 */
public final class HashdeepReader implements FormReader {
    public static final String HEADER = "%%%% HASHDEEP-";

    private static final String COLUMNS = "%%%% ";
    private static final String SIZE = "size";
    private static final String NAME = "filename";
    private static final int MOST_COLUMNS = 16;
    private static final int MOST_DIGITS = 18;

    private final DigestParser sums;
    private final ListContext context;
    private final ItemCollector findings;
    private List<String> columns = List.of();

    public HashdeepReader(ListContext context, ItemCollector findings) {
        this.sums = new DigestParser(context);
        this.context = context;
        this.findings = findings;
    }

    @Override
    public void read(InputStream in) throws IOException {
        Lines.each(in, findings, this::line);
    }

    private void line(Line line) {
        Slice text = line.text();
        if (text.startsWith(COLUMNS) && !text.startsWith(HEADER)) {
            header(text.after(COLUMNS.length()), line.number());
        } else if (!text.isEmpty() && text.at(0) != '#' && !text.startsWith(HEADER)) {
            row(line);
        }
    }

    private void header(Slice text, int number) {
        List<String> named = Arrays.asList(text.latin1().split(",", MOST_COLUMNS + 1));
        boolean sound = named.size() > 1 && named.size() <= MOST_COLUMNS && named.indexOf(NAME) == named.size() - 1;
        columns = sound ? named : List.of();
        if (!sound) {
            findings.problem(Kind.MALFORMED, number, "has no columns that end in " + NAME);
        }
        for (String column : columns) {
            Optional<Algorithm> known = context.algorithms().find(column);
            if (!column.equals(SIZE) && !column.equals(NAME) && known.isEmpty()) {
                findings.add(ListProblem.unknownAlgorithm(column, number));
            }
        }
    }

    private void row(Line line) {
        Slice rest = line.text();
        Slice[] cells = new Slice[Math.max(0, columns.size() - 1)];
        for (int i = 0; i < cells.length; i++) {
            int comma = rest.indexOf(',', 0);
            cells[i] = rest.slice(0, comma);
            rest = rest.after(Math.min(comma + 1, rest.length()));
        }
        BytePath name = line.crlf() ? WindowsName.plain(rest.path()) : rest.path();
        if (cells.length == 0 || !TextName.isPossible(name)) {
            findings.add(ListProblem.malformed(line.number(), "is not a row of the columns that the header names"));
            return;
        }
        for (int i = 0; i < cells.length; i++) {
            cell(columns.get(i), cells[i], name, line.number());
        }
    }

    private void cell(String column, Slice cell, BytePath name, int number) {
        if (column.equals(SIZE)) {
            findings.add(
                    cell.isDecimal(MOST_DIGITS)
                            ? CksumLineParser.size(cell).named(name, EntryForm.HASHDEEP, number)
                            : ListProblem.malformed(number, "has a size that is not a number"));
        } else if (context.algorithms().find(column).isPresent()) {
            ParsedDigest sum = sums.called(column, cell, number);
            findings.add(
                    sum == null
                            ? ListProblem.malformed(number, "has a digest that is not hexadecimal")
                            : sum.named(name, EntryForm.HASHDEEP, number));
        }
    }
}
