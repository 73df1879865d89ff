package io.github.syscallmaven.io.kernel;

import static io.github.syscallmaven.syscall.Errno.EAGAIN;
import static io.github.syscallmaven.syscall.Errno.EXDEV;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.ByteSink;
import io.github.syscallmaven.io.ChangedWhileReadingException;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileIoContract.Place;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.Pause;
import io.github.syscallmaven.io.RefusedException;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.SmallFileSink;
import io.github.syscallmaven.io.WalkVisitor;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.io.InMemory;
import io.github.syscallmaven.testing.io.InParallel;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody who may write in the tree exchanges its directories and files for symbolic links that lead out of it, as
 * fast as the kernel can, while files are written, read and listed: nothing outside is changed, and nothing of it is
 * given out.
 */
class HostileTreeTest {
    private static final String SECRET = "secret";
    /** No read waits for a clock to tick. */
    private static final InstantSource TOMORROW =
            () -> InstantSource.system().instant().plusSeconds(86_400);

    private static final Set<String> TO_BE_SEEN = Set.of(
            "exchanged",
            "written",
            "read",
            "seen",
            "listed",
            "written: refused",
            "read: refused",
            "seen: refused",
            "directory: refused");

    /** In nanoseconds, for machines that are very busy. */
    private static final long LONGEST = Duration.ofMinutes(3).toNanos();

    private static final List<String> NAMES = List.of("d/e/f", "d/f", "f");

    @TempDir(factory = InMemory.class)
    Path temp;

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Set<Long> inodesOutside = new HashSet<>();
    private volatile boolean over;
    private Path inside = Path.of("");
    private Path outside = Path.of("");

    /** The same names inside and outside, and outside one more. */
    @BeforeEach
    void arrange() throws Exception {
        inside = temp.resolve("root");
        outside = temp.resolve("outside");
        for (String name : NAMES) {
            file(inside.resolve(name), "old");
            file(outside.resolve(name), SECRET);
            file(outside.resolve(name).resolveSibling(SECRET), SECRET);
        }
        try (Stream<Path> all = Files.walk(outside)) {
            for (Path path : all.toList()) {
                inodesOutside.add((Long) Files.getAttribute(path, "unix:ino"));
            }
        }
    }

    private static void file(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @ParameterizedTest
    @EnumSource(names = {"KERNEL", "WITHOUT_OPENAT2"})
    void nothingOutsideIsTouchedOrGivenOut(Place place) throws Exception {
        storm(place, Duration.ofSeconds(1));
    }

    @Tag("stress")
    @ParameterizedTest
    @EnumSource(names = {"KERNEL", "WITHOUT_OPENAT2", "OLD"})
    void nothingOutsideIsTouchedOrGivenOutInALongStorm(Place place) throws Exception {
        storm(place, Duration.ofSeconds(60));
    }

    /** openat2 gives EAGAIN when it cannot tell whether it was led out. Real storms do that to names with .. only. */
    @ParameterizedTest
    @ValueSource(ints = {0, 127, 128})
    void aKernelThatCannotTellIsAskedAgainButNotForEver(int times) throws Exception {
        AtomicInteger left = new AtomicInteger();
        Gate unsure = (number, a1, a2, a3, a4, a5, a6) ->
                number == TestKernel.ARCH.number(Call.OPENAT2) && left.getAndDecrement() > 0
                        ? -EAGAIN.number()
                        : TestKernel.GATE.syscall(number, a1, a2, a3, a4, a5, a6);
        FileIo io = new SyscallFileIo(new Syscalls(TestKernel.ARCH, unsure), TOMORROW, Pause.SLEEP);
        try (Root root = io.open(BytePath.of(inside.toString()))) {
            left.set(times);
            if (times < 128) {
                assertThat(root.readAll(BytePath.of("d/e/f"), 10))
                        .asString(UTF_8)
                        .isEqualTo("old");
            } else {
                assertThatThrownBy(() -> root.readAll(BytePath.of("d/e/f"), 10))
                        .isInstanceOf(FileSystemException.class)
                        .hasMessageContainingAll("/d/e/f: openat2: EAGAIN", "being renamed");
            }
        }
    }

    /** Takes at least so long, and goes on until each deed has met both, calm and storm. */
    private void storm(Place place, Duration duration) throws Exception {
        String before = outsideAsSeen();
        FileIo io = new SyscallFileIo(new Syscalls(TestKernel.ARCH, counting(place.gate())), TOMORROW, Pause.SLEEP);
        try (Exchanger exchanger = new Exchanger(inside, outside);
                Root root = io.open(BytePath.of(inside.toString()))) {
            long start = System.nanoTime();
            InParallel.run(3, number -> {
                try {
                    for (long took = 0;
                            !over && (took < duration.toNanos() || (took < LONGEST && !hasSeenAll()));
                            took = System.nanoTime() - start) {
                        switch (number) {
                            case 0 ->
                                counts.computeIfAbsent("exchanged", any -> new LongAdder())
                                        .add(exchanger.exchangeSome());
                            case 1 -> count("written", () -> write(root));
                            default -> look(root);
                        }
                    }
                } finally {
                    over = true;
                }
            });
        }

        System.out.println("hostile tree, " + place + ": " + counts);
        assertThat(outsideAsSeen()).isEqualTo(before);
        assertThat(counts).containsKeys(TO_BE_SEEN.toArray(String[]::new));
        // Without statx nothing is read at once.
        assertThat(counts.containsKey("read at once")).isEqualTo(place != Place.OLD);
        try (Stream<Path> all = Files.walk(inside)) {
            assertThat(all).noneMatch(path -> path.getFileName().toString().startsWith(".syscall-"));
        }
    }

    private boolean hasSeenAll() {
        return counts.keySet().containsAll(TO_BE_SEEN);
    }

    private String outsideAsSeen() throws Exception {
        StringBuilder seen =
                new StringBuilder(Run.of("find", outside.toString(), "-printf", "%P %y %m %n %s %i %T@ %C@\\n")
                        .successful()
                        .output());
        for (String name : NAMES) {
            seen.append(Files.readString(outside.resolve(name))).append('\n');
        }
        return seen.toString();
    }

    /** What is done to a root that somebody else rearranges. */
    private interface Deed {
        void run() throws IOException;
    }

    private void count(String what, Deed deed) throws IOException {
        try {
            deed.run();
            count(what);
        } catch (FileSystemException e) {
            count(what + ": " + kindOf(e));
        }
    }

    /** What may come of a storm; anything else fails the test. */
    private static String kindOf(FileSystemException e) throws FileSystemException {
        if (e instanceof RefusedException) {
            return "refused";
        } else if (e instanceof ChangedWhileReadingException) {
            return "changed";
        } else if (e.getCause() instanceof SyscallException cause && cause.is(EAGAIN, EXDEV)) {
            return cause.reason();
        }
        throw e;
    }

    private void write(Root root) throws IOException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String name = random.nextInt(4) == 0 ? "d/e/new" + random.nextInt(100) + "/f" : anyOf(NAMES);
        WriteOptions options = random.nextBoolean() ? WriteOptions.DEFAULT : WriteOptions.DEFAULT.askingOnce();
        byte[] text = String.valueOf(random.nextLong()).getBytes(UTF_8);
        root.write(BytePath.of(name), Content.of(text), options);
    }

    private static String anyOf(List<String> names) {
        return names.get(ThreadLocalRandom.current().nextInt(names.size()));
    }

    private void look(Root root) throws IOException {
        for (int i = 0; i < 10; i++) {
            BytePath name = BytePath.of(anyOf(NAMES));
            ByteSink sink = piece -> assertThat(UTF_8.decode(piece).toString()).doesNotContain(SECRET);
            count("read", () -> root.read(name, sink));
            count("read", () -> root.read(name, NameOrigin.WALKED, sink));
            SmallFileSink many = (file, bytes) -> {
                sink.accept(bytes);
                count("read at once");
            };
            root.readSmall(List.of(name), NameOrigin.GIVEN, many);
            root.readSmall(List.of(name), NameOrigin.WALKED, many);
            count(
                    "seen",
                    () -> root.stat(name)
                            .ifPresent(facts -> assertThat(inodesOutside).doesNotContain(facts.inode())));
        }
        count(
                "listed",
                () -> root.walk(BytePath.EMPTY, PathFilter.ALL, new WalkVisitor() {
                    @Override
                    public void visit(BytePath name, FileType type) {
                        assertThat(name.toString()).doesNotContain(SECRET);
                    }

                    @Override
                    public void failed(BytePath directory, IOException reason) throws IOException {
                        count("directory", () -> {
                            throw reason;
                        });
                    }
                }));
    }

    private void count(String what) {
        counts.computeIfAbsent(what, any -> new LongAdder()).increment();
    }

    private Gate counting(Gate gate) {
        long openat2 = TestKernel.ARCH.number(Call.OPENAT2);
        return (number, a1, a2, a3, a4, a5, a6) -> {
            long result = gate.syscall(number, a1, a2, a3, a4, a5, a6);
            if (number == openat2 && (result == -EAGAIN.number() || result == -EXDEV.number())) {
                count("openat2 " + Errno.of(-result));
            }
            return result;
        };
    }
}
