package io.github.syscallmaven.checksum;

import io.github.syscallmaven.checksum.SumsProblem.Kind;
import io.github.syscallmaven.io.BytePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads what {@code hashdeep} writes (md5deep 4, main.cpp): a line {@code %%%% HASHDEEP-1.0}, one with the columns, which are
 * {@code size}, digests and {@code filename}, comments that begin with {@code ##}, and a row a file. Names are the last column,
 * quoted in no way.
 */
final class HashdeepReader implements ListReader {
    static final String HEADER = "%%%% HASHDEEP-";

    private static final String COLUMNS = "%%%% ";
    private static final String SIZE = "size";
    private static final String NAME = "filename";
    private static final int MOST_COLUMNS = 16;
    private static final int MOST_DIGITS = 18;

    private final SumParser sums;
    private final SumsContext context;
    private final Findings findings;
    private List<String> columns = List.of();

    HashdeepReader(SumsContext context, Findings findings) {
        this.sums = new SumParser(context);
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
                findings.add(SumsProblem.unknownAlgorithm(column, number));
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
            findings.add(SumsProblem.malformed(line.number(), "is no row of the columns that the header has"));
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
                            ? CksumLineParser.size(cell).named(name, SumsForm.HASHDEEP, number)
                            : SumsProblem.malformed(number, "has a size that is none"));
        } else if (context.algorithms().find(column).isPresent()) {
            ParsedSum sum = sums.called(column, cell, number);
            findings.add(
                    sum == null
                            ? SumsProblem.malformed(number, "has a digest that is not hexadecimal")
                            : sum.named(name, SumsForm.HASHDEEP, number));
        }
    }
}
