package io.github.syscallmaven.mojo.info;

import io.github.syscallmaven.info.Note;
import io.github.syscallmaven.mojo.NoteLog;
import io.github.syscallmaven.mojo.Unevaluated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * Properties that a goal gives the project. What the goal has found out wins over the project's own property of that
 * name, which is a fallback; what the user gave on the command line stays. Nothing in a value is evaluated by Maven
 * when it is used.
 */
record ExportedProperties(MavenSession session, MavenProject project, NoteLog log) {
    void set(Map<String, String> properties) {
        Properties own = project.getProperties();
        List<String> given = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        properties.forEach((key, value) -> {
            if (session.getUserProperties().containsKey(key)) {
                given.add(key);
                return;
            }
            String unevaluated = Unevaluated.of(value);
            if (!unevaluated.equals(value)) {
                changed.add(key);
            }
            own.setProperty(key, unevaluated);
        });
        if (!given.isEmpty()) {
            log.log(Note.debug("Properties of the command line stay as they are: " + String.join(", ", given)));
        }
        if (!changed.isEmpty()) {
            log.log(Note.warn("Maven would evaluate what these values hold, so the properties have '_' in place of '$',"
                    + " '@' or '#': " + String.join(", ", changed) + ". The files hold the values unchanged."));
        }
    }
}
