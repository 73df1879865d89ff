package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
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

    private final FileIo io;
    private final Root base;
    private final Algorithms algorithms;
    private final VerificationRequest request;

    ListedFiles(FileIo io, Root base, Algorithms algorithms, VerificationRequest request) {
        this.io = io;
        this.base = base;
        this.algorithms = algorithms;
        this.request = request;
    }

    @Override
    public void feed(TaskSink<ListedTask> sink) throws IOException, InterruptedException {
        TaskCollector collector = new TaskCollector(request.base(), sink);
        try {
            for (BytePath list : request.lists()) {
                read(list, collector);
            }
            if (request.sidecars() != null) {
                base.walk(BytePath.of(""), request.sidecars(), new SidecarVisitor(collector));
            }
            collector.flush();
        } catch (TaskCollector.Interrupted e) {
            throw new InterruptedException();
        }
    }

    private void read(BytePath list, TaskCollector collector) throws InterruptedIOException {
        BytePath shown = request.shown(list);
        try (Root folder = io.open(list.parent().isEmpty() ? BytePath.of("/") : list.parent())) {
            read(folder, list.fileName(), BytePath.of(""), collector.from(shown, BytePath.of("")));
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            collector.add(new ListedTask.Unread(shown, e));
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
            try {
                // What is no regular file is refused, and that is told.
                read(base, name, name.parent(), collector.from(name, name.parent()));
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                collector.add(new ListedTask.Unread(name, e));
            }
        }

        @Override
        public void failed(BytePath directory, IOException reason) {
            collector.add(new ListedTask.Unread(directory, reason));
        }
    }

    /**
     * Reads one list or sidecar.
     *
     * @param folder that its names are relative to, from the base directory
     */
    private void read(Root root, BytePath name, BytePath folder, SumsSink sink) throws IOException {
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
