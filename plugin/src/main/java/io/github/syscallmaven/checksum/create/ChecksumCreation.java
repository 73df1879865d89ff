package io.github.syscallmaven.checksum.create;

import io.github.syscallmaven.checksum.create.CreationRequest.ListFile;
import io.github.syscallmaven.checksum.hashing.HashEngine;
import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.hashing.Totals;
import io.github.syscallmaven.checksum.hashing.task.HashResult;
import io.github.syscallmaven.checksum.list.write.ListWriter;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.io.WriteResult;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes checksums of files into lists and sidecars.
 *
 * <p>Every file is read once, whatever the number of algorithms and lists. Lists are sorted by the bytes of the names,
 * have each name once, never their own, and are complete or not written: when a file cannot be read, and when there is
 * none. Sidecars are written one by one on the way. Memory does not depend on the number of files in the trees. One run
 * only.
 */
public final class ChecksumCreation {
    private final FileIo io;
    private final HashingOptions hashing;
    private final CreationRequest request;
    private final WriteGuard guard;
    private final WriteOptions options;
    private final Roots roots;
    private final @Nullable SidecarWriter sidecars;
    private final List<CreationReport.Entry> entries = new ArrayList<>();
    private final Map<BytePath, WriteResult.Outcome> written = new HashMap<>();
    private final CappedMessages failures = new CappedMessages();
    private final CappedMessages skipped = new CappedMessages();
    private final TreeSet<String> warnings = new TreeSet<>();
    private Totals totals = new Totals(0, 0, Duration.ZERO);
    private long listed;

    public ChecksumCreation(FileIo io, HashingOptions hashing, CreationRequest request, WriteGuard guard) {
        this.io = io;
        this.hashing = hashing;
        this.request = request;
        this.guard = guard;
        this.options = WriteOptions.DEFAULT.with(request.durability()).askingOnce();
        this.roots = new Roots(io);
        this.sidecars =
                request.sidecars() == null ? null : new SidecarWriter(roots, request, request.sidecars(), guard);
    }

    /** Ends the writing of lists when it turns out that there is nothing to list. */
    private static final class NoFiles extends IOException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Hashes and writes.
     *
     * @throws FilesFailedException without {@link HashingOptions#failFast}, after all files were tried
     */
    public CreationReport run() throws IOException {
        if (!request.inputs().isEmpty()) {
            try (roots;
                    Root base = open()) {
                if (base != null) {
                    write(base, new ArrayList<>());
                }
            } catch (NoFiles nothingWritten) {
                written.clear();
            }
        }
        return report();
    }

    /** Null when there is no base directory, and so none of the directories below it whose files are to be hashed. */
    private @Nullable Root open() throws IOException {
        try {
            return io.open(request.base());
        } catch (NoSuchFileException e) {
            for (Input input : request.inputs()) {
                if (!(input instanceof Input.Tree tree)) {
                    throw e;
                }
                new WalkProblems().missing(tree.directory());
            }
            return null;
        }
    }

    private CreationReport report() {
        if (sidecars != null) {
            warn(sidecars.warnings());
        }
        return new CreationReport(
                totals,
                inOrder(),
                sidecars == null ? 0 : sidecars.count(),
                sidecars == null ? 0 : sidecars.changed(),
                List.copyOf(entries),
                skipped,
                List.copyOf(warnings));
    }

    /** The last list that is begun is the first one to be written. */
    private Map<BytePath, WriteResult.Outcome> inOrder() {
        Map<BytePath, WriteResult.Outcome> ordered = new LinkedHashMap<>();
        for (ListFile list : request.lists()) {
            WriteResult.Outcome outcome = written.get(list.path());
            if (outcome != null) {
                ordered.put(list.path(), outcome);
            }
        }
        return ordered;
    }

    /** Begins one list after the other, each while the one before is being written, and hashes when all are begun. */
    private void write(Root base, List<ListWriter> begun) throws IOException {
        if (begun.size() == request.lists().size()) {
            hash(base, begun);
            return;
        }
        ListFile list = request.lists().get(begun.size());
        try (Root root = io.openOrCreate(list.root())) {
            WriteResult result = root.write(
                    list.name(),
                    out -> {
                        ListWriter writer = list.format().to(out);
                        begun.add(writer);
                        write(base, begun);
                        writer.finish();
                    },
                    options);
            written.put(list.path(), result.outcome());
            warn(result.warnings());
        }
    }

    /** Walks of several threads warn, too. */
    private void warn(List<String> more) {
        synchronized (warnings) {
            warnings.addAll(more);
        }
    }

    private void hash(Root base, List<ListWriter> writers) throws IOException {
        Omissions omissions = new Omissions(request);
        InputFiles files = new InputFiles(base, request, omissions, roots, new WalkProblems());
        totals = new HashEngine<InputFile>(base, hashing).run(files, hashed -> accept(base, writers, hashed));
        if (failures.count() > 0) {
            throw new FilesFailedException(failures);
        }
        if (totals.files() == 0) {
            throw new NoFiles();
        }
    }

    private void accept(Root base, List<ListWriter> writers, HashResult<InputFile> hashed) throws IOException {
        if (hashed.failure() != null) {
            failures.add(String.valueOf(hashed.failure().getMessage()));
            return;
        }
        if (listed == 0) {
            checkLists();
        }
        for (int i = 0; i < request.algorithms().size(); i++) {
            Algorithm algorithm = request.algorithms().get(i);
            write(writers, algorithm, hashed.digests().get(i), hashed.task().listed());
            if (sidecars != null) {
                sidecars.write(base, hashed.task(), algorithm, hashed.digests().get(i));
            }
        }
        listed++;
    }

    /** Not before there is a file to list, as otherwise nothing is written. */
    private void checkLists() throws IOException {
        for (ListFile list : request.lists()) {
            guard.check(list.path());
        }
    }

    private void write(List<ListWriter> writers, Algorithm algorithm, Digest digest, BytePath name) throws IOException {
        for (int list = 0; list < writers.size(); list++) {
            if (request.lists().get(list).algorithms().contains(algorithm)) {
                writers.get(list).write(algorithm, digest, name);
            }
        }
        if (listed < CreationReport.SHOWN) {
            entries.add(new CreationReport.Entry(algorithm, digest, name));
        }
    }

    private final class WalkProblems implements InputFiles.Problems {
        @Override
        public void skipped(BytePath name, FileType type) {
            skipped.add("'" + name + "' is " + type.description());
        }

        @Override
        public void missing(BytePath directory) {
            warn(List.of("There is no directory '" + request.base().resolve(directory) + "'."));
        }

        @Override
        public void failed(IOException reason) throws IOException {
            if (hashing.failFast()) {
                throw reason;
            }
            failures.add(String.valueOf(reason.getMessage()));
        }
    }
}
