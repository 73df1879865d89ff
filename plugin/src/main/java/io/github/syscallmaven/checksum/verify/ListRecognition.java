package io.github.syscallmaven.checksum.verify;

import io.github.syscallmaven.checksum.list.ChecksumListReader;
import io.github.syscallmaven.checksum.list.entry.Cause;
import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.EntrySink;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.entry.ListProblem.Kind;
import io.github.syscallmaven.checksum.list.name.ListName;
import io.github.syscallmaven.checksum.list.name.ListName.Likeness;
import io.github.syscallmaven.checksum.list.text.Shown;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.Root;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads lists and sidecars, and decides whether a file is a list, a sidecar or neither. */
final class ListRecognition {
    /** In bytes. What is larger is a list, whatever its name. */
    private static final int LARGEST_SIDECAR = 4096;

    /** Forms that texts which are no lists have as well, such as {@code commit 3f78…}. */
    private static final Set<EntryForm> DOUBTFUL =
            EnumSet.of(EntryForm.BARE, EntryForm.LABELLED, EntryForm.NAME_FIRST, EntryForm.SRI);

    private final Root base;
    private final Algorithms algorithms;
    private final @Nullable Algorithm untagged;

    /** {@code untagged}: the algorithm of digests that do not say theirs; null to go by the list. */
    ListRecognition(Root base, Algorithms algorithms, @Nullable Algorithm untagged) {
        this.base = base;
        this.algorithms = algorithms;
        this.untagged = untagged;
    }

    /** The file that this one stands beside if it is a sidecar, by its name; null when it has no name like one. */
    @Nullable
    BytePath target(BytePath name) {
        BytePath target = ListName.of(algorithms, name).target();
        return target == null ? null : name.parent().resolve(target);
    }

    /** Passes on what a sidecar of this name would be for, without looking into it. */
    void ifLikelySidecar(BytePath name, BiConsumer<BytePath, Algorithm> to) {
        ListName listName = ListName.of(algorithms, name);
        if (listName.target() != null && listName.promise() != null && listName.likeness() != Likeness.NONE) {
            BytePath target = name.parent().resolve(listName.target());
            String spelling = listName.promise().spelling(0);
            Optional.ofNullable(spelling)
                    .flatMap(algorithms::ofLists)
                    .ifPresent(algorithm -> to.accept(target, algorithm));
        }
    }

    /** Reads a list that the user has named, or a sidecar in the base directory. */
    void read(Root root, BytePath name, EntrySink sink) throws IOException {
        readBeside(root, name, target(name), sink);
    }

    private void readBeside(Root root, BytePath name, @Nullable BytePath target, EntrySink sink) throws IOException {
        Optional<byte[]> small = target == null ? Optional.empty() : ifSmall(root, name);
        if (target != null && small.isPresent()) {
            boolean sidecar = isOfOneFile(entries(name, small.get())) && isFile(target);
            reader(name, sidecar ? target : null).read(new ByteArrayInputStream(small.get()), sink);
            return;
        }
        try (InputStream in = new ListStream(root, name)) {
            reader(name, null).read(in, sink);
        }
    }

    /**
     * Reads a file below the base directory if it is a sidecar, or a list with the name of one. A file that looks like
     * a sidecar but has no known form is reported; a file that only has such a name is ignored.
     */
    void readIfSidecar(BytePath name, FileType type, EntrySink sink) throws IOException {
        ListName listName = ListName.of(algorithms, name);
        BytePath target = target(name);
        switch (listName.likeness()) {
            case SIDECAR -> readBeside(base, name, target, sink);
            case MAYBE -> {
                if (isFile(target) || isList(name, type)) {
                    readBeside(base, name, target, sink);
                }
            }
            case STRANGE -> {
                if (target != null && isFile(target)) {
                    sink.problem(unknown(Shown.name(target)));
                }
            }
            case NONE -> {}
        }
    }

    private static ListProblem unknown(String target) {
        String what = "looks like a sidecar of '" + target + "' by its name, but is of no known kind";
        return new ListProblem(Kind.NOT_A_LIST, 0, what, Cause.STRANGE_SIDECAR);
    }

    /** Whether there is no doubt by the content. */
    private boolean isList(BytePath name, FileType type) throws IOException {
        Optional<byte[]> small = type == FileType.REGULAR ? ifSmall(base, name) : Optional.empty();
        boolean large = type == FileType.REGULAR && small.isEmpty();
        return large
                || entries(name, small.orElse(new byte[0])).stream()
                        .anyMatch(entry -> !DOUBTFUL.contains(entry.form()));
    }

    private ChecksumListReader reader(BytePath name, @Nullable BytePath target) {
        return target == null
                ? ChecksumListReader.ofList(algorithms, name, untagged)
                : ChecksumListReader.ofSidecar(algorithms, name, target.fileName(), untagged);
    }

    /** The content of a file that could be a sidecar by its size. */
    private static Optional<byte[]> ifSmall(Root root, BytePath name) throws IOException {
        boolean small =
                root.stat(name).filter(facts -> facts.size() <= LARGEST_SIDECAR).isPresent();
        return small ? Optional.of(root.readAll(name, LARGEST_SIDECAR)) : Optional.empty();
    }

    private List<ListEntry> entries(BytePath name, byte[] content) throws IOException {
        List<ListEntry> entries = new ArrayList<>();
        reader(name, null).read(new ByteArrayInputStream(content), new EntrySink() {
            @Override
            public void entry(ListEntry entry) {
                entries.add(entry);
            }

            @Override
            public void problem(ListProblem problem) {
                // Reported when the file is read for good.
            }
        });
        return entries;
    }

    /**
     * A sidecar stands beside a file, and has entries for one. Whatever name that is, which may be of the machine that
     * it was made on, the file beside it is meant: else a sidecar for another file would leave this one unverified.
     */
    private static boolean isOfOneFile(List<ListEntry> entries) {
        return entries.stream().map(ListEntry::name).distinct().count() == 1;
    }

    boolean isFile(@Nullable BytePath name) throws IOException {
        if (name == null) {
            return false;
        }
        try {
            return base.stat(name)
                    .filter(facts -> facts.type() == FileType.REGULAR)
                    .isPresent();
        } catch (FileSystemException outsideOrNotToBeSeen) {
            return false;
        }
    }
}
