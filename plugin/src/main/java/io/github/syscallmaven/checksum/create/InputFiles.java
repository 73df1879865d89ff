package io.github.syscallmaven.checksum.create;

import io.github.syscallmaven.checksum.hashing.task.TaskSource;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WalkVisitor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** Iterates over the files of all inputs, each once, in the order of their names' bytes. Holds none of them. */
final class InputFiles implements TaskSource<InputFile> {
    private final Root root;
    private final List<Input> inputs;
    private final List<Algorithm> algorithms;
    private final Predicate<BytePath> omitted;
    private final Roots roots;
    private final Problems problems;

    /** What a walk meets that is not hashed. */
    interface Problems {
        /** Something that is neither a regular file nor a directory. */
        void skipped(BytePath name, FileType type);

        /** A tree that does not exist. */
        void missing(BytePath directory);

        /** A directory that cannot be read. */
        void failed(IOException reason) throws IOException;
    }

    InputFiles(Root root, CreationRequest request, Predicate<BytePath> omitted, Roots roots, Problems problems) {
        this.root = root;
        this.inputs = List.copyOf(request.inputs());
        this.algorithms = List.copyOf(request.algorithms());
        this.omitted = omitted;
        this.roots = roots;
        this.problems = problems;
    }

    @Override
    public void feed(TaskSink<InputFile> sink) throws IOException, InterruptedException {
        if (inputs.size() == 1 && inputs.get(0) instanceof Input.Tree tree) {
            walk(tree, sink);
        } else {
            merge(sink);
        }
    }

    private void walk(Input.Tree tree, TaskSink<InputFile> sink) throws IOException {
        if (!exists(tree.directory())) {
            problems.missing(tree.directory());
            return;
        }
        root.walk(tree.directory(), tree.filter(), new WalkVisitor() {
            @Override
            public void visit(BytePath name, FileType type) throws IOException {
                if (omitted.test(name)) {
                    return;
                }
                if (type != FileType.REGULAR) {
                    problems.skipped(name, type);
                    return;
                }
                try {
                    sink.add(new InputFile(name, algorithms, NameOrigin.WALKED));
                } catch (InterruptedException e) {
                    throw new InterruptedIOException("called off");
                }
            }

            @Override
            public void failed(BytePath directory, IOException reason) throws IOException {
                problems.failed(reason);
            }
        });
    }

    private boolean exists(BytePath directory) throws IOException {
        try {
            return directory.isEmpty() || root.stat(directory).isPresent();
        } catch (NoSuchFileException noParentEither) {
            return false;
        }
    }

    /** One stream of files, with the file that is its next. */
    private record Head(InputFile file, Iterator<InputFile> rest) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            return file.compareTo(other.file);
        }
    }

    private void merge(TaskSink<InputFile> sink) throws IOException, InterruptedException {
        List<WalkThread> walks = new ArrayList<>();
        try {
            PriorityQueue<Head> heads = new PriorityQueue<>();
            push(heads, named());
            for (Input input : inputs) {
                if (input instanceof Input.Tree tree) {
                    WalkThread walk = new WalkThread(to -> walk(tree, to));
                    walks.add(walk);
                }
            }
            walks.forEach(WalkThread::start);
            walks.forEach(walk -> push(heads, walk));
            deliver(heads, sink);
        } catch (WalkThread.WalkFailure failure) {
            throw failure.reason();
        } finally {
            walks.forEach(WalkThread::close);
        }
    }

    private Iterator<InputFile> named() throws IOException {
        List<InputFile> named = new ArrayList<>();
        for (Input input : inputs) {
            if (input instanceof Input.Named file) {
                Root folder = file.folder() == null ? null : roots.open(file.folder());
                named.add(new InputFile(folder, file.name(), file.listed(), algorithms, NameOrigin.GIVEN));
            }
        }
        return named.stream().sorted().iterator();
    }

    private static void push(PriorityQueue<Head> heads, Iterator<InputFile> files) {
        if (files.hasNext()) {
            heads.add(new Head(files.next(), files));
        }
    }

    private void deliver(PriorityQueue<Head> heads, TaskSink<InputFile> sink)
            throws SameNameException, InterruptedException {
        InputFile last = null;
        while (!heads.isEmpty()) {
            Head head = heads.remove();
            if (last == null || !head.file.listed().equals(last.listed())) {
                sink.add(head.file);
                last = head.file;
            } else {
                requireSameFile(last, head.file);
            }
            push(heads, head.rest);
        }
    }

    private void requireSameFile(InputFile one, InputFile other) throws SameNameException {
        BytePath first = one.path(root.path());
        BytePath second = other.path(root.path());
        if (!first.equals(second)) {
            throw new SameNameException(first, second, one.listed());
        }
    }
}
