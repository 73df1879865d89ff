package io.github.syscallmaven.mojo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** Properties that a goal gives the project, beside those that the project has itself. */
final class ExportedProperties {
    private static final String OURS = ExportedProperties.class.getName();

    private final MavenProject project;
    private final Log log;

    ExportedProperties(MavenProject project, Log log) {
        this.project = project;
        this.log = log;
    }

    /** Sets these, but for those that the project has by another hand than ours. */
    void set(Map<String, String> properties) {
        Properties all = project.getProperties();
        Map<String, String> ours = ours();
        List<String> kept = new ArrayList<>();
        properties.forEach((key, value) -> {
            String there = all.getProperty(key);
            if (there == null || there.equals(ours.get(key))) {
                all.setProperty(key, value);
                ours.put(key, value);
            } else if (!there.equals(value)) {
                kept.add(key);
            }
        });
        if (!kept.isEmpty()) {
            log.info("Properties that the project has itself stay as they are: " + String.join(", ", kept) + ".");
        }
    }

    /** What was set by earlier executions, which may be set anew. */
    @SuppressWarnings("unchecked")
    private Map<String, String> ours() {
        Object before = project.getContextValue(OURS);
        Map<String, String> ours = before == null ? new HashMap<>() : (Map<String, String>) before;
        project.setContextValue(OURS, ours);
        return ours;
    }
}
