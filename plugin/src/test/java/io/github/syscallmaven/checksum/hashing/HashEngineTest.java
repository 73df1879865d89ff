package io.github.syscallmaven.checksum.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.checksum.create.InputFile;
import io.github.syscallmaven.checksum.hashing.task.HashResult;
import io.github.syscallmaven.checksum.hashing.task.TaskSource;
import io.github.syscallmaven.checksum.hashing.task.TaskWindow;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.digest.Hash;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.testing.Seed;
import io.github.syscallmaven.testing.io.FilesIo;
import io.github.syscallmaven.testing.list.Listing;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HashEngineTest {
    private static final Algorithm SHA256 = Listing.ALGORITHMS.named("SHA-256");
    private static final List<Algorithm> FOUR = List.of("MD5", "SHA-1", "SHA-256", "SHA-512").stream()
            .map(Listing.ALGORITHMS::named)
            .toList();

    @TempDir
    Path folder;

    private final long seed = Seed.next();
    private final Random random = new Random(seed);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void digestsComeInTheOrderOfTheTasksWhateverTheSizes(int threads) throws Exception {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int size = i % 50 == 7 ? 1_500_000 + random.nextInt(3_000_000) : random.nextInt(5_000);
            names.add(write("f" + i, size));
        }

        List<HashResult<InputFile>> results = hash(FilesIo.real(), threads, false, names, FOUR);

        assertThat(results)
                .extracting(result -> result.task().name().toString())
                .isEqualTo(names);
        for (HashResult<InputFile> result : results) {
            byte[] content =
                    Files.readAllBytes(folder.resolve(result.task().name().toString()));
            assertThat(result.size()).isEqualTo(content.length);
            for (int i = 0; i < FOUR.size(); i++) {
                assertThat(result.digests().get(i).toBytes())
                        .as("seed %d, %s, %s", seed, result.task().name(), FOUR.get(i))
                        .isEqualTo(MessageDigest.getInstance(FOUR.get(i).name()).digest(content));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void idleThreadsHelpWithALargeFile(int threads) throws Exception {
        write("large", 40_000_000);
        ThreadsOf sha = new ThreadsOf(SHA256);
        ThreadsOf md5 = new ThreadsOf(Listing.ALGORITHMS.named("MD5"));

        List<HashResult<InputFile>> results =
                hash(FilesIo.real(), threads, true, List.of("large"), List.of(sha.algorithm, md5.algorithm));

        byte[] content = Files.readAllBytes(folder.resolve("large"));
        assertThat(results.get(0).digests())
                .extracting(Digest::toBytes)
                .containsExactly(
                        MessageDigest.getInstance("SHA-256").digest(content),
                        MessageDigest.getInstance("MD5").digest(content));
        assertThat(sha.threads.size() + md5.threads.size())
                .as("threads that took part, of " + threads)
                .isGreaterThan(2);
    }

    /** An algorithm that remembers the threads that worked on it. */
    private static final class ThreadsOf {
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        private final Algorithm algorithm;

        ThreadsOf(Algorithm real) {
            algorithm = new Algorithm(real.name(), real.length(), () -> new Hash() {
                private final Hash hash = real.newHash();

                @Override
                public void update(ByteBuffer bytes) {
                    threads.add(Thread.currentThread());
                    hash.update(bytes);
                }

                @Override
                public Digest digest() {
                    return hash.digest();
                }
            });
        }
    }

    @Test
    void aHashThatFailsInAHelpersHandsFailsTheRun() throws Exception {
        write("large", 20_000_000);
        Algorithm broken = new Algorithm("BROKEN", 4, () -> new Hash() {
            private long bytes;

            @Override
            public void update(ByteBuffer piece) {
                bytes += piece.remaining();
                if (bytes > 10_000_000) {
                    throw new IllegalStateException("no more");
                }
                piece.position(piece.limit());
            }

            @Override
            public Digest digest() {
                return Digest.of(new byte[4]);
            }
        });

        assertThatThrownBy(() -> hash(FilesIo.real(), 3, true, List.of("large"), List.of(broken)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no more");
        assertNoThreads();
    }

    @Test
    void theFirstFailureEndsTheWorkAtOnce() throws Exception {
        List<String> names = new ArrayList<>(List.of("missing"));
        for (int i = 0; i < 20_000; i++) {
            names.add(i % 2 == 0 ? "there" : "there-too");
        }
        write("there", 10);
        write("there-too", 10);
        AtomicLong reads = new AtomicLong();
        FileIo counting = FilesIo.with((name, sink) -> {
            reads.incrementAndGet();
            return sink;
        });

        assertThatThrownBy(() -> hash(counting, 2, true, names, List.of(SHA256)))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("missing")
                .hasMessageContaining("ENOENT");
        assertThat(reads).hasValueLessThan(TaskWindow.SIZE);
        assertNoThreads();
    }

    @Test
    void withoutFailFastAllFailuresAreResults() throws Exception {
        write("a", 10);
        write("c", 10);

        List<HashResult<InputFile>> results =
                hash(FilesIo.real(), 2, false, List.of("a", "b", "c", "d"), List.of(SHA256));

        assertThat(results).extracting(result -> result.failure() == null).containsExactly(true, false, true, false);
    }

    @Test
    void aFileThatFailsHalfwayDoesNotSpoilTheNext() throws Exception {
        write("a", 300_000);
        write("b", 10);
        FileIo failing = FilesIo.with((name, sink) -> piece -> {
            sink.accept(piece);
            if (name.equals(BytePath.of("a"))) {
                throw new IOException("disk on fire");
            }
        });

        List<HashResult<InputFile>> results = hash(failing, 1, false, List.of("a", "b"), FOUR);

        assertThat(results.get(0).failure()).hasMessage("disk on fire");
        assertThat(results.get(1).digests().get(2).toBytes())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve("b"))));
    }

    @Test
    void whatTheSinkThrowsEndsTheWork() throws Exception {
        write("a", 10);
        IOException full = new IOException("no space");

        assertThatThrownBy(() -> {
                    try (Root root = FilesIo.real().open(BytePath.of(folder.toString()))) {
                        new HashEngine<InputFile>(root, hashing(2, true)).run(endless("a"), result -> {
                            throw full;
                        });
                    }
                })
                .isSameAs(full);
        assertNoThreads();
    }

    @Test
    void anInterruptionEndsTheWorkAndStaysSet() throws Exception {
        write("a", 10);
        CountDownLatch begun = new CountDownLatch(1);
        List<Throwable> thrown = new ArrayList<>();
        Thread caller = new Thread(() -> {
            try (Root root = FilesIo.real().open(BytePath.of(folder.toString()))) {
                new HashEngine<InputFile>(root, hashing(2, true)).run(endless("a"), result -> begun.countDown());
            } catch (IOException e) {
                thrown.add(e);
                thrown.add(Thread.currentThread().isInterrupted() ? e : new AssertionError("status lost"));
            }
        });
        caller.start();
        begun.await();
        caller.interrupt();
        caller.join();

        assertThat(thrown).hasSize(2).allMatch(InterruptedIOException.class::isInstance);
        assertNoThreads();
    }

    private static TaskSource<InputFile> endless(String name) {
        return sink -> {
            while (true) {
                sink.add(new InputFile(BytePath.of(name), List.of(SHA256), NameOrigin.GIVEN));
            }
        };
    }

    @Test
    void aSourceThatFailsEndsTheWork() throws Exception {
        write("a", 10);
        try (Root root = FilesIo.real().open(BytePath.of(folder.toString()))) {
            HashEngine<InputFile> engine = new HashEngine<>(root, hashing(2, true));
            assertThatThrownBy(() -> engine.run(
                            sink -> {
                                throw new IOException("cannot walk");
                            },
                            result -> {}))
                    .hasMessage("cannot walk");
        }
        assertNoThreads();
    }

    @Test
    void longWorkTellsHowFarItHasCome() throws Exception {
        List<String> names = IntStream.range(0, 500).mapToObj(i -> "x").toList();
        write("x", 1000);

        List<Progress> told = progressOf(FilesIo.real(), source(names, List.of(SHA256)), progress -> {});

        assertThat(told).isNotEmpty().allMatch(progress -> progress.done().files() <= 500 && progress.found() <= 500);
    }

    @Test
    void theTotalIsKnownAsSoonAsAllFilesAreFoundAndTheFileAtWorkIsNamed() throws Exception {
        List<String> names = List.of(write("a", 1000), "gone", write("b", 3_000_000), write("c", 5000));

        CountDownLatch seen = new CountDownLatch(1);
        FileIo io = FilesIo.with((name, sink) -> piece -> {
            if (name.toString().equals("b")) {
                await(seen);
            }
            sink.accept(piece);
        });

        List<Progress> told = progressOf(io, source(names, List.of(SHA256)), progress -> {
            if (progress.all() && String.valueOf(progress.at()).equals(folder + "/b")) {
                seen.countDown();
            }
        });

        assertThat(seen.getCount()).isZero();
        assertThat(told).filteredOn(Progress::all).allMatch(progress -> progress.bytes() == 3_006_000);
        assertThat(told).filteredOn(progress -> !progress.all()).allMatch(progress -> progress.bytes() < 0);
    }

    @Test
    void aSourceThatKnowsHowMuchThereWillBeIsBelieved() throws Exception {
        write("x", 1000);
        TaskSource<InputFile> source = source(List.of("x", "x", "x"), List.of(SHA256));
        TaskSource<InputFile> knowing = new TaskSource<>() {
            @Override
            public void feed(TaskSink<InputFile> sink) throws IOException, InterruptedException {
                source.feed(sink);
            }

            @Override
            public long expected() {
                return 3;
            }
        };

        List<Progress> told = progressOf(FilesIo.real(), knowing, progress -> {});

        assertThat(told).isNotEmpty().allMatch(progress -> progress.all() && progress.found() == 3);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("called off");
        }
    }

    /** By a clock that runs so fast that each result is late; the end is told, too. */
    private List<Progress> progressOf(FileIo io, TaskSource<InputFile> source, Consumer<Progress> onShow)
            throws IOException {
        AtomicLong clock = new AtomicLong();
        List<Progress> told = new ArrayList<>();
        AtomicLong ends = new AtomicLong();
        ProgressListener listener = new ProgressListener() {
            @Override
            public void show(Progress progress) {
                assertThat(ends).hasValue(0);
                told.add(progress);
                onShow.accept(progress);
            }

            @Override
            public void end() {
                ends.incrementAndGet();
            }
        };
        HashingOptions hashing = new HashingOptions(1, false, listener, () -> clock.addAndGet(6_000_000_000L));
        try (Root root = io.open(BytePath.of(folder.toString()))) {
            new HashEngine<InputFile>(root, hashing).run(source, result -> {});
        }
        assertThat(ends).hasValue(1);
        return told;
    }

    @Test
    void aHundredThousandTasksPassThroughAWindowOfSomeThousand() throws Exception {
        write("x", 1);
        AtomicLong out = new AtomicLong();
        AtomicLong added = new AtomicLong();
        AtomicLong most = new AtomicLong();
        try (Root root = FilesIo.real().open(BytePath.of(folder.toString()))) {
            new HashEngine<InputFile>(root, hashing(2, true))
                    .run(
                            sink -> {
                                for (int i = 0; i < 100_000; i++) {
                                    sink.add(new InputFile(BytePath.of("x"), List.of(), NameOrigin.GIVEN));
                                    most.accumulateAndGet(added.incrementAndGet() - out.get(), Math::max);
                                }
                            },
                            result -> out.incrementAndGet());
        }

        assertThat(out).hasValue(100_000);
        // What the sink was just given counts as out only one by one.
        assertThat(most).hasValueLessThanOrEqualTo(2L * TaskWindow.SIZE + TaskWindow.LARGEST_CHUNK);
    }

    private List<HashResult<InputFile>> hash(
            FileIo io, int threads, boolean failFast, List<String> names, List<Algorithm> algorithms)
            throws IOException {
        List<HashResult<InputFile>> results = new ArrayList<>();
        try (Root root = io.open(BytePath.of(folder.toString()))) {
            Totals totals = new HashEngine<InputFile>(root, hashing(threads, failFast))
                    .run(source(names, algorithms), results::add);
            assertThat(totals.files())
                    .isEqualTo(results.stream().filter(r -> r.failure() == null).count());
        }
        return results;
    }

    private static TaskSource<InputFile> source(List<String> names, List<Algorithm> algorithms) {
        return sink -> {
            for (String name : names) {
                sink.add(new InputFile(BytePath.of(name), algorithms, NameOrigin.GIVEN));
            }
        };
    }

    private static HashingOptions hashing(int threads, boolean failFast) {
        return new HashingOptions(threads, failFast, progress -> {}, System::nanoTime);
    }

    private String write(String name, int size) throws IOException {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        Files.write(folder.resolve(name), bytes);
        return name;
    }

    private static void assertNoThreads() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("syscall-hash") || name.startsWith("syscall-find"));
    }
}
