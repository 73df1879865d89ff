package io.github.syscallmaven.mojo;

import io.github.syscallmaven.info.Note;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/** Shows notes to the user: each topic once in a build, however many modules it holds for. */
final class NoteLog {
    private final ConcurrentMap<String, Boolean> shown;
    private final Log log;

    NoteLog(MavenSession session, Log log) {
        this.shown = BuildState.map(session, "notes");
        this.log = log;
    }

    void log(List<Note> notes) {
        notes.forEach(this::log);
    }

    void log(Note note) {
        if (note.level() == Note.Level.DEBUG || shown.putIfAbsent(note.topic(), true) != null) {
            log.debug(note.text());
        } else if (note.level() == Note.Level.WARN) {
            log.warn(note.text());
        } else {
            log.info(note.text());
        }
    }
}
