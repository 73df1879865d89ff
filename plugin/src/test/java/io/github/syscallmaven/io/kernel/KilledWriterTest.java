package io.github.syscallmaven.io.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.Seed;
import io.github.syscallmaven.testing.io.InParallel;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at any moment leaves one version of the file, whole; what else it leaves, the next run removes. */
class KilledWriterTest {
    private static final int SIGKILL = 9;
    private static final int MOST_WRITES = 6;
    private static final int LONGEST_PAUSE_MILLIS = 10;

    private final long seed = Seed.next();
    private final Random random = new Random(seed);
    private final List<byte[]> versions = KilledWriter.versions();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void leavesOneVersionWhole() throws Exception {
        killWriters(20);
    }

    @Test
    @Tag("stress")
    void leavesOneVersionWholeHoweverOften() throws Exception {
        killWriters(400);
    }

    /** At least so many, and more until each version was left and a kill came in the midst of a write. */
    private void killWriters(int least) throws Exception {
        int count = 0;
        int leaving = 0;
        int[] seen = new int[versions.size()];
        while (count < least
                || (count < 10 * least && (leaving == 0 || Arrays.stream(seen).anyMatch(n -> n == 0)))) {
            count++;
            List<Path> before = leftovers();
            killOne(before);
            seen[versionNow()]++;
            leaving += leftovers().isEmpty() ? 0 : 1;
        }
        System.out.printf(
                "%d writers killed: %d left the one version, %d the other; %d a temporary; seed %d%n",
                count, seen[0], seen[1], leaving, seed);

        assertThat(seen).as("each version was left at times").doesNotContain(0);
        assertThat(leaving).as("kills in the midst of a write").isPositive();
        writeOnce();
        assertThat(names()).containsExactly(folder.resolve("f"));
    }

    /** Lets a writer remove these leftovers of the one before, and kills it. */
    private void killOne(List<Path> before) throws Exception {
        kill(() ->
                assertThat(before).allSatisfy(leftover -> assertThat(leftover).doesNotExist()));
        assertThat(names())
                .allMatch(file -> file.equals(folder.resolve("f")) || isTemporary(file))
                .hasSizeLessThanOrEqualTo(2);
    }

    /** Starts a writer, and kills it after some of its writes. */
    private void kill(Runnable whileItLives) throws Exception {
        List<String> startsFast = List.of("-XX:TieredStopAtLevel=1");
        Process writer = new ProcessBuilder(Run.java(startsFast, KilledWriter.class, folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            for (int writes = 1 + random.nextInt(MOST_WRITES); writes > 0; writes--) {
                assertThat(writer.inputReader().readLine()).isEqualTo("written");
            }
            // At any moment of the next write or of a later one.
            Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
            whileItLives.run();
        } finally {
            writer.destroyForcibly();
        }
        assertThat(writer.waitFor()).isEqualTo(128 + SIGKILL);
    }

    private int versionNow() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("f"));
        for (int i = 0; i < versions.size(); i++) {
            if (Arrays.equals(bytes, versions.get(i))) {
                return i;
            }
        }
        throw new AssertionError("neither version but " + bytes.length + " bytes; seed " + seed);
    }

    private List<Path> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private List<Path> leftovers() throws IOException {
        return names().stream().filter(KilledWriterTest::isTemporary).toList();
    }

    private static boolean isTemporary(Path file) {
        return FileIo.isTemporary(BytePath.of(file.toString()));
    }

    /** As the next run. */
    private void writeOnce() throws IOException {
        try (Root root = new SyscallFileIo(TestKernel.SYSCALLS).open(BytePath.of(folder.toString()))) {
            root.write(BytePath.of("f"), Content.of(new byte[1]), WriteOptions.DEFAULT);
        }
    }

    /** Runs that come and are killed take no temporary from a run that lives, nor does it keep them from writing. */
    @Test
    void disturbsNoNeighbour() throws Exception {
        killWritersBesideANeighbour(2);
    }

    @Test
    @Tag("stress")
    void disturbsNoNeighbourHoweverOften() throws Exception {
        killWritersBesideANeighbour(40);
    }

    /** Runs that come and are killed take no temporary from a run that lives, nor does it keep them from writing. */
    private void killWritersBesideANeighbour(int count) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();

        InParallel.run(2, number -> {
            if (number == 0) {
                try {
                    for (int i = 0; i < count; i++) {
                        kill(() -> {});
                        versionNow();
                    }
                } finally {
                    done.set(true);
                }
            } else {
                written.set(writeUntil(done));
            }
        });

        System.out.printf("%d writes beside %d writers that were killed%n", written.get(), count);
        assertThat(written.get()).isPositive();
        writeOnce();
        assertThat(leftovers()).isEmpty();
    }

    /** Each time as a run of its own, which begins by removing leftovers. */
    private int writeUntil(AtomicBoolean done) throws IOException {
        int written = 0;
        while (!done.get()) {
            byte[] bytes = versions.get(written % versions.size());
            try (Root root = new SyscallFileIo(TestKernel.SYSCALLS).open(BytePath.of(folder.toString()))) {
                root.write(BytePath.of("g"), Content.of(bytes), WriteOptions.DEFAULT);
            }
            assertThat(Files.readAllBytes(folder.resolve("g"))).isEqualTo(bytes);
            written++;
        }
        return written;
    }
}
