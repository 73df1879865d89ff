package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.Printable;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WalkVisitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that the lists of a request have, and then what the sidecars below its base directory have. */
final class ListedFiles implements TaskSource<ListedTask> {
    /** In bytes. What is larger is a list, whatever its name. */
    private static final int LARGEST_SIDECAR = 4096;

    private static final int MOST_REASON = 200;

    private final FileIo io;
    private final Root base;
    private final Algorithms algorithms;
    private final VerificationRequest request;
    private final ListedNames names;
    private volatile long expected = -1;

    ListedFiles(FileIo io, Root base, Algorithms algorithms, VerificationRequest request, ListedNames names) {
        this.io = io;
        this.base = base;
        this.algorithms = algorithms;
        this.request = request;
        this.names = names;
    }

    /** Reads all lists twice: the first time to see what there is. */
    @Override
    public void feed(TaskSink<ListedTask> sink) throws IOException, InterruptedException {
        try {
            Survey survey = new Survey(names);
            readLists(survey);
            walk(new WalkVisitor() {
                @Override
                public void visit(BytePath name, FileType type) {
                    // By its name, most likely: it is not worth to read it.
                    algorithms.ofExtension(name).ifPresent(algorithm -> survey.add(withoutExtension(name), algorithm));
                }

                @Override
                public void failed(BytePath directory, IOException reason) {
                    // Reported when it is walked for good.
                }
            });
            survey.end();
            expected = survey.files();
            TaskCollector collector = new TaskCollector(names, survey, sink);
            readLists(collector);
            walk(new SidecarVisitor(collector));
            collector.flush();
        } catch (ListedSink.Interrupted e) {
            throw new InterruptedException();
        }
    }

    @Override
    public long expected() {
        return expected;
    }

    private void readLists(ListedSink sink) throws InterruptedIOException {
        for (BytePath list : request.lists()) {
            try (Root folder = io.open(list.parent().isEmpty() ? BytePath.of("/") : list.parent())) {
                read(folder, list.fileName(), BytePath.of(""), sink.from(list, BytePath.of("")));
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                sink.unread(list, e);
            }
        }
    }

    private void walk(WalkVisitor visitor) throws IOException {
        if (request.sidecars() != null) {
            PathFilter filter = new SidecarFilter(
                    request.sidecars().of(), request.sidecars().names());
            base.walk(BytePath.of(""), filter, visitor);
        }
    }

    /** Files called as sidecars may be, in directories where both, they and what they are of, can be wanted. */
    private record SidecarFilter(PathFilter of, PathFilter called) implements PathFilter {
        @Override
        public boolean accepts(BytePath file) {
            return called.accepts(file);
        }

        @Override
        public Optional<PathFilter> below(BytePath directory) {
            return of.below(directory)
                    .flatMap(files -> called.below(directory).map(names -> new SidecarFilter(files, names)));
        }
    }

    private final class SidecarVisitor implements WalkVisitor {
        private final TaskCollector collector;

        SidecarVisitor(TaskCollector collector) {
            this.collector = collector;
        }

        @Override
        public void visit(BytePath name, FileType type) throws IOException {
            if (algorithms.ofExtension(name).isEmpty()) {
                return;
            }
            BytePath target = withoutExtension(name);
            if (!accepts(target) && isFile(target)) {
                return;
            }
            try {
                // What is no regular file is refused, and that is reported.
                read(base, name, name.parent(), only(collector.from(name, name.parent()), name.parent()));
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                collector.unread(name, e);
            }
        }

        @Override
        public void failed(BytePath directory, IOException reason) {
            collector.unread(directory, reason);
        }
    }

    private boolean accepts(BytePath file) {
        return request.sidecars() == null || request.sidecars().of().acceptsPath(file);
    }

    /** Without the entries of files that are not wanted. */
    private SumsSink only(SumsSink sink, BytePath folder) {
        return new SumsSink() {
            @Override
            public void entry(SumsEntry entry) {
                if (accepts(names.plain(folder, entry.name()))) {
                    sink.entry(entry);
                }
            }

            @Override
            public void problem(SumsProblem problem) {
                sink.problem(problem);
            }
        };
    }

    /**
     * Reads one list or sidecar.
     *
     * @param folder that its names are relative to, from the base directory
     */
    private void read(Root root, BytePath name, BytePath folder, SumsSink sink) throws IOException {
        try {
            readWhole(root, name, folder, sink);
        } catch (ListedSink.Interrupted e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // Nobody knows what else the JDK's parsers throw. This list has a finding then, and the others are read.
            String what = "cannot be read by a parser, which fails with " + Printable.of(e.toString(), MOST_REASON);
            sink.problem(new SumsProblem(SumsProblem.Kind.NOT_A_LIST, 0, what));
        }
    }

    private void readWhole(Root root, BytePath name, BytePath folder, SumsSink sink) throws IOException {
        Optional<byte[]> small = ifSmall(root, name);
        if (small.isEmpty()) {
            try (InputStream in = new ListStream(root, name)) {
                reader(name).read(in, sink);
            }
            return;
        }
        BytePath target = folder.resolve(withoutExtension(name.fileName()));
        SumsReader reader = isSidecar(small.get(), name, target) ? sidecarReader(name, target) : reader(name);
        reader.read(new ByteArrayInputStream(small.get()), sink);
    }

    private SumsReader reader(BytePath name) {
        return SumsReader.ofList(algorithms, name, request.untagged());
    }

    private SumsReader sidecarReader(BytePath name, BytePath target) {
        Algorithm named = algorithms.ofExtension(name).orElse(null);
        return SumsReader.ofSidecar(
                algorithms, target.fileName(), request.untagged() == null ? named : request.untagged());
    }

    /** The content of a file that has the name of a sidecar and could be one by its size. */
    private Optional<byte[]> ifSmall(Root root, BytePath name) throws IOException {
        boolean small = algorithms.ofExtension(name).isPresent()
                && root.stat(name)
                        .filter(facts -> facts.size() <= LARGEST_SIDECAR)
                        .isPresent();
        return small ? Optional.of(root.readAll(name, LARGEST_SIDECAR)) : Optional.empty();
    }

    /**
     * A sidecar stands beside a file and has one entry. Whatever name that is for, which may be of the machine that it was made
     * on, the file beside it is meant: else a sidecar for another file would leave this one unverified.
     */
    private boolean isSidecar(byte[] content, BytePath name, BytePath target) throws IOException {
        List<SumsEntry> entries = new ArrayList<>();
        reader(name).read(new ByteArrayInputStream(content), new SumsSink() {
            @Override
            public void entry(SumsEntry entry) {
                entries.add(entry);
            }

            @Override
            public void problem(SumsProblem problem) {
                // It is told when the file is read for good.
            }
        });
        return entries.size() == 1 && isFile(target);
    }

    private boolean isFile(BytePath name) throws IOException {
        try {
            return base.stat(name)
                    .filter(facts -> facts.type() == FileType.REGULAR)
                    .isPresent();
        } catch (FileSystemException outsideOrNotToBeSeen) {
            return false;
        }
    }

    private static BytePath withoutExtension(BytePath name) {
        int dot = name.length() - 1;
        while (dot > 0 && name.at(dot) != '.') {
            dot--;
        }
        return name.slice(0, dot);
    }
}
