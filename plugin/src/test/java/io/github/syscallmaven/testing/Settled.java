package io.github.syscallmaven.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/** Files whose last change is so long ago that a further one would get another time. */
public final class Settled {
    /** Longer than what the plugin takes for a tick of a file system's clock. */
    private static final Duration TICK = Duration.ofMillis(25);

    private Settled() {}

    /** Waits until these files are. */
    public static void await(Path... files) throws IOException, InterruptedException {
        for (Path file : files) {
            Instant changed = ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
            while (Instant.now().isBefore(changed.plus(TICK))) {
                Thread.sleep(1);
            }
        }
    }
}
