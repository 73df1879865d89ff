package io.github.syscallmaven.checksum.hashing;

import io.github.syscallmaven.checksum.hashing.task.HashResult;
import io.github.syscallmaven.checksum.hashing.task.HashTask;
import io.github.syscallmaven.checksum.hashing.task.SharedFile;
import io.github.syscallmaven.checksum.hashing.task.TaskWindow;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.digest.Hash;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.ByteSink;
import io.github.syscallmaven.io.FileFacts;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.Root;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Hashes files one by one, in one thread. Reads each file once. */
final class FileHasher implements ByteSink {
    /** In bytes. From here on, sharing a file costs little beside hashing it. */
    private static final long LARGE = 1 << 20;

    /** Tasks: so many fit well into one directory, and no other worker waits for them. */
    static final int AT_ONCE = 32;

    private final Root root;
    private final TaskWindow<?> window;
    private final LongAdder bytesSoFar;
    private final BufferPool buffers;
    private final Map<Algorithm, Hash> hashes = new HashMap<>();
    private final List<Hash> current = new ArrayList<>();
    private List<Algorithm> used = List.of();
    private Runnable onLarge = () -> {};
    private long bytes;
    private @Nullable SharedFile shared;

    FileHasher(Root root, TaskWindow<?> window, LongAdder bytesSoFar, BufferPool buffers) {
        this.root = root;
        this.window = window;
        this.bytesSoFar = bytesSoFar;
        this.buffers = buffers;
    }

    /**
     * Hashes those of these files that are small, many at once. The others, and those that are not that simple, are yet
     * to be hashed.
     */
    <T extends HashTask> IdentityHashMap<T, HashResult<T>> hashSmall(List<T> tasks) throws IOException {
        IdentityHashMap<T, HashResult<T>> hashed = new IdentityHashMap<>();
        for (NameOrigin origin : NameOrigin.values()) {
            hashSmall(tasks, origin, hashed);
        }
        return hashed;
    }

    private <T extends HashTask> void hashSmall(
            List<T> tasks, NameOrigin origin, IdentityHashMap<T, HashResult<T>> hashed) throws IOException {
        List<T> asked = new ArrayList<>(tasks.size());
        List<BytePath> names = new ArrayList<>(tasks.size());
        for (T task : tasks) {
            if (task.root() == null
                    && task.origin() == origin
                    && !task.algorithms().isEmpty()) {
                asked.add(task);
                names.add(task.name());
            }
        }
        root.readSmall(names, origin, (i, bytes) -> {
            use(asked.get(i).algorithms());
            int size = bytes.remaining();
            update(bytes);
            hashed.put(asked.get(i), new HashResult<>(asked.get(i), size, digests(), null));
        });
    }

    /** {@code onLarge} is run once, early, if the file turns out to be large. */
    <T extends HashTask> HashResult<T> hash(T task, Runnable onLarge) {
        if (task.algorithms().isEmpty()) {
            return new HashResult<>(task, 0, List.of(), null);
        }
        begin(task, onLarge);
        try {
            Root from = task.root() == null ? root : task.root();
            FileFacts facts = from.read(task.name(), task.origin(), this);
            if (shared != null) {
                shared.finish();
            }
            return new HashResult<>(task, facts.size(), digests(), null);
        } catch (IOException e) {
            // They have taken in a part of the file.
            hashes.clear();
            used = List.of();
            return new HashResult<>(task, 0, List.of(), e);
        } finally {
            endSharing();
        }
    }

    private void begin(HashTask task, Runnable onLarge) {
        this.onLarge = onLarge;
        bytes = 0;
        use(task.algorithms());
    }

    @SuppressWarnings("ReferenceEquality") // an equal list would only be taken for another one
    private void use(List<Algorithm> algorithms) {
        // Neighbours mostly have the very same list.
        if (used == algorithms) {
            return;
        }
        used = algorithms;
        current.clear();
        for (Algorithm algorithm : algorithms) {
            current.add(hashes.computeIfAbsent(algorithm, Algorithm::newHash));
        }
    }

    private List<Digest> digests() {
        if (current.size() == 1) {
            return List.of(current.get(0).digest());
        }
        List<Digest> digests = new ArrayList<>(current.size());
        for (Hash hash : current) {
            digests.add(hash.digest());
        }
        return digests;
    }

    @Override
    public void accept(ByteBuffer piece) throws IOException {
        if (window.stopped() != null) {
            throw new InterruptedIOException("called off");
        }
        bytesSoFar.add(piece.remaining());
        boolean wasLarge = bytes >= LARGE;
        bytes += piece.remaining();
        if (bytes >= LARGE && !wasLarge) {
            onLarge.run();
        }
        if (shared == null && bytes >= LARGE && window.isIdle()) {
            share();
        }
        if (shared != null) {
            shared.put(piece);
        } else {
            update(piece);
        }
    }

    private void update(ByteBuffer piece) {
        int start = piece.position();
        for (Hash hash : current) {
            hash.update(piece.position(start));
        }
    }

    private void share() {
        List<ByteBuffer> ring = buffers.borrow();
        if (ring != null) {
            shared = new SharedFile(ring, current);
            window.share(shared);
        }
    }

    private void endSharing() {
        if (shared != null) {
            window.unshare(shared);
            buffers.giveBack(shared.end());
            shared = null;
        }
    }
}
