package io.github.syscallmaven.checksum.create;

import io.github.syscallmaven.checksum.hashing.SourceThread;
import io.github.syscallmaven.checksum.hashing.task.TaskSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Turns a walk, which pushes files to a visitor, into an iterator, by running it in a thread of its own. */
final class WalkThread implements Iterator<InputFile>, AutoCloseable {
    private static final int BATCH = 64;
    private static final int BATCHES = 16;

    private final SourceThread<List<InputFile>> batches;
    private Iterator<InputFile> batch = List.<InputFile>of().iterator();

    WalkThread(TaskSource<InputFile> source) {
        this.batches = new SourceThread<>("walk", BATCHES, sink -> {
            List<InputFile> files = new ArrayList<>();
            source.feed(file -> {
                files.add(file);
                if (files.size() == BATCH) {
                    sink.put(List.copyOf(files));
                    files.clear();
                }
            });
            sink.put(List.copyOf(files));
        });
    }

    /** Takes a failure of the walk through an iterator. */
    static final class WalkFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final IOException reason;

        WalkFailure(IOException reason) {
            super(reason);
            this.reason = reason;
        }

        IOException reason() {
            return reason;
        }
    }

    void start() {
        batches.start();
    }

    @Override
    public boolean hasNext() {
        while (!batch.hasNext()) {
            List<InputFile> next = fetch();
            if (next == null) {
                return false;
            }
            batch = next.iterator();
        }
        return true;
    }

    private @Nullable List<InputFile> fetch() {
        try {
            return batches.take();
        } catch (IOException e) {
            throw new WalkFailure(e);
        }
    }

    @Override
    public InputFile next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return batch.next();
    }

    /** Ends the walk, and returns when it has ended. */
    @Override
    public void close() {
        batches.close();
    }
}
