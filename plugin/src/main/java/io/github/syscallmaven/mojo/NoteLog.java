package io.github.syscallmaven.mojo;

import io.github.syscallmaven.info.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/** Logs notes: each topic once in a build, whatever the number of modules. */
public final class NoteLog {
    private final ConcurrentMap<String, Boolean> shown;
    private final Log log;

    public NoteLog(MavenSession session, Log log) {
        this.shown = BuildState.map(session, "notes");
        this.log = log;
    }

    /** All but what is worth a part of the goal's one line in the log, which is given back. */
    public List<String> logAllButInfo(List<Note> notes) {
        List<String> info = new ArrayList<>();
        for (Note note : notes) {
            if (note.level() == Note.Level.INFO && isFirst(note)) {
                info.add(note.text());
            } else {
                log(note);
            }
        }
        return info;
    }

    public void log(Note note) {
        if (note.level() == Note.Level.WARN && isFirst(note)) {
            log.warn(note.text());
        } else {
            log.debug(note.text());
        }
    }

    private boolean isFirst(Note note) {
        return shown.putIfAbsent(note.topic(), true) == null;
    }
}
