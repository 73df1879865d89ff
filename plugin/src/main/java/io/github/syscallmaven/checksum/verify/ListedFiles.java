package io.github.syscallmaven.checksum.verify;

import io.github.syscallmaven.checksum.hashing.task.TaskSource;
import io.github.syscallmaven.checksum.list.entry.EntrySink;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.name.ListedNames;
import io.github.syscallmaven.checksum.verify.plan.ListedSink;
import io.github.syscallmaven.checksum.verify.plan.Survey;
import io.github.syscallmaven.checksum.verify.plan.TaskCollector;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.Printable;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WalkVisitor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;

/** The entries of all lists of a request, then those of the sidecars below its base directory. */
final class ListedFiles implements TaskSource<ListedTask> {
    private static final int MOST_REASON = 200;

    private final FileIo io;
    private final Root base;
    private final ListRecognition recognition;
    private final VerificationRequest request;
    private final ListedNames names;
    private volatile long expected = -1;

    ListedFiles(FileIo io, Root base, Algorithms algorithms, VerificationRequest request, ListedNames names) {
        this.io = io;
        this.base = base;
        this.recognition = new ListRecognition(base, algorithms, request.untagged());
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
                    recognition.ifLikelySidecar(name, survey::add);
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
            try (Root folder = io.open(list.folder())) {
                ListedSink from = sink.from(list, BytePath.of(""));
                read(() -> recognition.read(folder, list.fileName(), from), from);
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
            try {
                BytePath target = recognition.target(name);
                if (target != null && !accepts(target) && recognition.isFile(target)) {
                    return;
                }
                EntrySink sink = only(collector.from(name, name.parent()), name.parent());
                // What is no regular file is refused, and that is reported.
                read(() -> recognition.readIfSidecar(name, type, sink), sink);
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
    private EntrySink only(EntrySink sink, BytePath folder) {
        return new EntrySink() {
            @Override
            public void entry(ListEntry entry) {
                if (accepts(names.plain(folder, entry.name()))) {
                    sink.entry(entry);
                }
            }

            @Override
            public void problem(ListProblem problem) {
                sink.problem(problem);
            }
        };
    }

    /** Reads one list or sidecar. */
    private interface Reading {
        void run() throws IOException;
    }

    private static void read(Reading reading, EntrySink sink) throws IOException {
        try {
            reading.run();
        } catch (ListedSink.Interrupted e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // A fault of ours in one form of list is a finding of this list, and the others are read.
            String what = "cannot be read by a parser, which fails with " + Printable.of(e.toString(), MOST_REASON);
            sink.problem(new ListProblem(ListProblem.Kind.NOT_A_LIST, 0, what));
        }
    }
}
