package io.github.syscallmaven.checksum.verify.plan;

import io.github.syscallmaven.checksum.hashing.task.TaskSource.TaskSink;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.name.ListedNames;
import io.github.syscallmaven.checksum.verify.plan.Survey.Plan;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask.Entries;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask.Listed;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask.Remark;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask.Unread;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Turns entries into tasks: consecutive entries for one file become one task. */
public final class TaskCollector implements ListedSink {
    /** So many at once, however often a list repeats a name. */
    static final int MOST = 64;

    private final ListedNames names;
    private final Survey survey;
    private final TaskSink<ListedTask> sink;
    private final List<Listed> entries = new ArrayList<>();
    private List<Algorithm> algorithms = List.of();
    private BytePath list = BytePath.of("");
    private BytePath folder = BytePath.of("");
    private BytePath name = BytePath.of("");

    /** {@code survey} knows all lists. */
    public TaskCollector(ListedNames names, Survey survey, TaskSink<ListedTask> sink) {
        this.names = names;
        this.survey = survey;
        this.sink = sink;
    }

    @Override
    public ListedSink from(BytePath nextList, BytePath nextFolder) {
        list = nextList;
        folder = nextFolder;
        return this;
    }

    @Override
    public void entry(ListEntry entry) {
        BytePath plain = names.plain(folder, entry.name());
        if (!plain.equals(name) || entries.size() == MOST) {
            flush();
        }
        name = plain;
        entries.add(new Listed(list, entry));
    }

    @Override
    public void problem(ListProblem problem) {
        flush();
        put(new Remark(list, problem));
    }

    @Override
    public void unread(BytePath unread, IOException reason) {
        flush();
        put(new Unread(unread, reason));
    }

    /** Hands over what has come together. To be called at the end. */
    public void flush() {
        if (!entries.isEmpty()) {
            long file = names.fingerprint(name);
            Plan plan = survey.plan(file, wanted());
            // Workers see faster that nothing changes when it is the same list.
            algorithms = plan.hash().equals(algorithms) ? algorithms : plan.hash();
            put(new Entries(name, file, List.copyOf(entries), algorithms, plan.keep()));
            entries.clear();
        }
    }

    private List<Algorithm> wanted() {
        return entries.stream()
                .map(listed -> listed.entry().algorithm())
                .distinct()
                .toList();
    }

    private void put(ListedTask task) {
        try {
            sink.add(task);
        } catch (InterruptedException e) {
            throw new Interrupted();
        }
    }
}
