package io.github.syscallmaven.checksum.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.list.ChecksumListReader;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.write.ListFormat;
import io.github.syscallmaven.checksum.list.write.ListWriter;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.testing.Seed;
import io.github.syscallmaven.testing.list.Listing;
import io.github.syscallmaven.testing.list.NastyFiles;
import io.github.syscallmaven.testing.list.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Line by line the verdict of {@code sha256sum -c} on damaged lists. Two of the differences that
 * {@link ChecksumListReader} documents can show: a byte order mark counts as if it were not there, a line with a NUL as
 * if it were only words.
 */
class Sha256sumCheckTest {
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";
    private static final int LISTS = 400;
    private static final Pattern MALFORMED =
            Pattern.compile("(?m)^sha256sum: \\S+/(\\d+): (\\d+): improperly formatted SHA256 checksum line$");
    private static final Pattern VERDICT = Pattern.compile(": (OK|FAILED|FAILED open or read)$");

    private final long seed = Seed.next();
    private final Random random = new Random(seed);
    private final Map<BytePath, Digest> files = NastyFiles.digests(NastyFiles.ONE_LINE, "SHA-256");

    @TempDir
    private Path temp;

    @Test
    void everyLineOfADamagedListGetsTheVerdictThatItGetsFromSha256sum() throws Exception {
        Shell.require("bash", "sha256sum");
        Shell shell = new Shell(Files.createDirectory(temp.resolve("files")));
        NastyFiles.create(shell, NastyFiles.ONE_LINE);
        List<byte[]> lists = new ArrayList<>();
        Path folder = Files.createDirectory(temp.resolve("lists"));
        for (int i = 0; i < LISTS; i++) {
            lists.add(damaged(list(i % 4)));
            Files.write(folder.resolve(String.valueOf(i)), withoutDifferences(lists.get(i)));
        }

        Shell.Result result =
                shell.run("for i in {0..%d}; do sha256sum -c -w ../lists/$i; echo; done".formatted(LISTS - 1));

        Map<Integer, List<Integer>> malformed = new TreeMap<>();
        Matcher matcher = MALFORMED.matcher(result.errors());
        while (matcher.find()) {
            int list = Integer.parseInt(matcher.group(1));
            malformed.computeIfAbsent(list, key -> new ArrayList<>()).add(Integer.parseInt(matcher.group(2)));
        }
        String[] outputs = result.output().split("(?m)^\n", -1);
        for (int i = 0; i < LISTS; i++) {
            Map<Integer, String> theirs =
                    theirs(withoutDifferences(lists.get(i)), malformed.getOrDefault(i, List.of()), outputs[i]);
            assertThat(ours(lists.get(i)))
                    .as("seed %d, list %d: %s", seed, i, BytePath.of(lists.get(i)))
                    .isEqualTo(theirs);
        }
    }

    /** Line number to verdict, of all lines but empty ones and comments. */
    private static Map<Integer, String> theirs(byte[] list, List<Integer> malformed, String output) {
        Map<Integer, String> verdicts = new TreeMap<>();
        // Not lines(): old versions print a CR in a name as it is.
        Iterator<String> statuses = output.isEmpty()
                ? Collections.emptyIterator()
                : List.of(output.split("\n")).iterator();
        String[] lines = text(list).split("\n", -1);
        for (int number = 1; number <= lines.length; number++) {
            String line = lines[number - 1];
            boolean counts = !line.startsWith("#") && !line.isEmpty() && !line.equals("\r");
            if (malformed.contains(number)) {
                verdicts.put(number, "malformed");
            } else if (counts) {
                Matcher status = VERDICT.matcher(statuses.next());
                assertThat(status.find())
                        .as("status of line %d in %s", number, output)
                        .isTrue();
                verdicts.put(number, status.group(1));
            }
        }
        assertThat(statuses).isExhausted();
        return verdicts;
    }

    private Map<Integer, String> ours(byte[] list) {
        ChecksumListReader reader =
                ChecksumListReader.ofList(Listing.ALGORITHMS, BytePath.of("SUMS"), Listing.ALGORITHMS.named("SHA-256"));
        Listing listing = Listing.of(reader, list);
        Map<Integer, String> verdicts = new TreeMap<>();
        for (ListEntry entry : listing.entries()) {
            verdicts.put(entry.line(), verdict(entry));
        }
        for (ListProblem problem : listing.problems()) {
            if (Listing.isMalformedLine(problem)) {
                verdicts.put(problem.line(), "malformed");
            }
        }
        return verdicts;
    }

    private String verdict(ListEntry entry) {
        Digest digest = files.get(entry.name());
        boolean standardInput = entry.name().equals(BytePath.of("-"));
        if (digest == null && !standardInput) {
            return "FAILED open or read";
        }
        return digest != null && entry.digest().equals(digest) ? "OK" : "FAILED";
    }

    /** Standard, tagged, reversed, or some of each. */
    private List<String> list(int style) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<BytePath, Digest> file : files.entrySet()) {
            int its = style < 3 ? style : random.nextInt(3);
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            ListWriter writer = (its == 1 ? ListFormat.BSD : ListFormat.GNU).to(line);
            writer.write(Listing.ALGORITHMS.named("SHA-256"), file.getValue(), file.getKey());
            writer.finish();
            lines.add(its == 2 ? text(line.toByteArray()).replaceFirst("  ", " ") : text(line.toByteArray()));
        }
        return lines;
    }

    private byte[] damaged(List<String> lines) {
        for (int damages = random.nextInt(4); damages > 0; damages--) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(8)) {
                case 0 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                case 1 -> lines.remove(at);
                case 2 -> Collections.shuffle(lines, random);
                case 3 -> lines.replaceAll(line -> line.replace("\n", "\r\n"));
                case 4 -> lines.set(0, BYTE_ORDER_MARK + lines.get(0));
                case 5 ->
                    lines.add(
                            at,
                            List.of("# comment\n", "\n", " \n", "\r\n", "words\n")
                                    .get(random.nextInt(5)));
                default ->
                    lines.set(
                            at,
                            lines.get(at)
                                    .replaceFirst(
                                            "  ?",
                                            List.of(" ", "  ", " *", "\t").get(random.nextInt(4))));
            }
        }
        byte[] list = Listing.bytes(String.join("", lines));
        for (int flips = random.nextInt(20); flips > 0; flips--) {
            list[random.nextInt(list.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return random.nextInt(5) == 0
                ? BytePath.of(list, 0, random.nextInt(list.length)).toBytes()
                : list;
    }

    private static byte[] withoutDifferences(byte[] list) {
        String unmarked = text(list).replaceFirst("^" + BYTE_ORDER_MARK, "");
        return Listing.bytes(unmarked.replaceAll("(?md)^(?!#)[^\n]*\0[^\n]*", "words"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
