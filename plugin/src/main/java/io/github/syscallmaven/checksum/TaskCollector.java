package io.github.syscallmaven.checksum;

import io.github.syscallmaven.checksum.ListedTask.Entries;
import io.github.syscallmaven.checksum.ListedTask.Listed;
import io.github.syscallmaven.checksum.ListedTask.Remark;
import io.github.syscallmaven.checksum.TaskSource.TaskSink;
import io.github.syscallmaven.io.BytePath;
import java.util.ArrayList;
import java.util.List;

/** Makes tasks of what a reader finds: neighbouring entries for one file become one. */
final class TaskCollector implements SumsSink {
    /** So many at once, however often a list repeats a name. */
    private static final int MOST = 64;

    private final BytePath base;
    private final TaskSink<ListedTask> sink;
    private final List<Listed> entries = new ArrayList<>();
    private BytePath list = BytePath.of("");
    private BytePath folder = BytePath.of("");
    private BytePath name = BytePath.of("");

    TaskCollector(BytePath base, TaskSink<ListedTask> sink) {
        this.base = base;
        this.sink = sink;
    }

    /** Takes an interruption through a reader. */
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What comes now is from this list, with names relative to a folder below the base directory. */
    TaskCollector from(BytePath nextList, BytePath nextFolder) {
        list = nextList;
        folder = nextFolder;
        return this;
    }

    @Override
    public void entry(SumsEntry entry) {
        BytePath listed = entry.name().isAbsolute() ? entry.name() : folder.resolve(entry.name());
        BytePath plain = Below.plain(base, listed);
        if (!plain.equals(name) || entries.size() == MOST) {
            flush();
        }
        name = plain;
        entries.add(new Listed(list, entry));
    }

    @Override
    public void problem(SumsProblem problem) {
        add(new Remark(list, problem));
    }

    /** Hands over this task, after what has come together so far. */
    void add(ListedTask task) {
        flush();
        put(task);
    }

    /** Hands over what has come together. To be called at the end. */
    void flush() {
        if (!entries.isEmpty()) {
            put(Entries.of(name, entries));
            entries.clear();
        }
    }

    private void put(ListedTask task) {
        try {
            sink.add(task);
        } catch (InterruptedException e) {
            throw new Interrupted();
        }
    }
}
