package io.github.syscallmaven.mojo;

import io.github.syscallmaven.syscall.Arch;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.Trace;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a goal writes when it is told to. The first goal of a build begins the file anew, later ones go on in it.
 *
 * @param build whose first goal it is that begins the file
 * @param file null for no trace
 */
record Tracing(MavenExecutionRequest build, @Nullable File file) {
    private static final Map<MavenExecutionRequest, Set<String>> BEGUN =
            Collections.synchronizedMap(new WeakHashMap<>());

    /** The trace of this goal; null when there is to be none, and nothing at all stands between the goal and the stub then. */
    @Nullable
    Trace begin(Arch arch, Gate gate) throws FileSystemException, MojoFailureException {
        if (file == null) {
            return null;
        }
        String path = Setting.named("traceFile").text(file.getAbsolutePath());
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        Set<String> begun = BEGUN.computeIfAbsent(build, first -> new HashSet<>());
        // Nobody may add a line before the file is begun, or it would be lost.
        synchronized (begun) {
            if (begun.contains(path)) {
                return Trace.append(arch, gate, name);
            }
            Trace trace = Trace.create(arch, gate, name);
            begun.add(path);
            return trace;
        }
    }
}
