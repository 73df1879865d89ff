package io.github.syscallmaven.mojo.trust;

import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.Printable;
import io.github.syscallmaven.mojo.trust.RemoteChecksums.Published;
import io.github.syscallmaven.trust.LocalFiles;
import io.github.syscallmaven.trust.TrustedAlgorithm;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Compares what was recorded with what repositories publish, so that a local repository that somebody has tampered with
 * does not become the truth.
 *
 * @param files of the local repository
 * @param accepted paths that need not be as published
 */
record RemoteComparison(
        LocalFiles files, RemoteChecksums remote, Algorithms algorithms, Predicate<String> accepted, Log log) {
    /** Enough to hide the way to the repository, and few enough not to be locked out there. */
    private static final int AT_ONCE = 5;

    private static final long BETWEEN_LINES = Duration.ofSeconds(5).toNanos();

    /** {@code recorded} are hashes by path. */
    void run(TrustedAlgorithm algorithm, Map<String, String> recorded) throws IOException, MojoFailureException {
        Algorithm known = algorithms.named(algorithm.id());
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<String> findings = new ArrayList<>();
        try {
            List<Future<Optional<String>>> comparisons = new ArrayList<>();
            recorded.forEach((path, hash) -> comparisons.add(threads.submit(() -> finding(path, hash, known))));
            long nextLine = System.nanoTime() + BETWEEN_LINES;
            for (int i = 0; i < comparisons.size(); i++) {
                comparisons.get(i).get().ifPresent(findings::add);
                if (System.nanoTime() - nextLine >= 0) {
                    nextLine = System.nanoTime() + BETWEEN_LINES;
                    log.info("Compared " + (i + 1) + " of " + comparisons.size() + " files with their repositories");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while asking repositories");
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            List<Runnable> unusedAsNobodyWaits = threads.shutdownNow();
        }
        if (!findings.isEmpty()) {
            throw new MojoFailureException("Of " + recorded.size() + " files, " + findings.size()
                    + " are not what a repository publishes:\n  " + String.join("\n  ", findings)
                    + "\nNothing was changed. Delete these files from the local repository and let Maven fetch them"
                    + " again. If no repository publishes a file, accept it with"
                    + " -Dsyscall.accept=group:artifact:version.");
        }
        long notCompared = recorded.keySet().stream().filter(accepted).count();
        log.info("All of " + (recorded.size() - notCompared) + " files are what their repositories publish."
                + (notCompared == 0 ? "" : " " + notCompared + " were not compared, as syscall.accept names them."));
    }

    private Optional<String> finding(String path, String recorded, Algorithm algorithm) throws IOException {
        if (accepted.test(path)) {
            return Optional.empty();
        }
        String shown = "'" + Printable.of(path) + "' ";
        if (!files.hash(path, algorithm).equals(recorded)) {
            return Optional.of(shown + "has changed since it was recorded");
        }
        Published published = remote.find(path, files.origins(path)).orElse(null);
        if (published == null) {
            return Optional.of(shown + "has no published checksum");
        }
        String local = files.hash(path, algorithms.named(published.algorithm()));
        return local.equals(published.hash())
                ? Optional.empty()
                : Optional.of(shown + "has the " + published.algorithm() + " " + local + ", but '"
                        + Printable.of(published.repository()) + "' publishes " + published.hash());
    }
}
