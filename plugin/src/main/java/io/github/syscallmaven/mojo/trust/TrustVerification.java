package io.github.syscallmaven.mojo.trust;

import io.github.syscallmaven.checksum.verify.ChecksumVerification;
import io.github.syscallmaven.checksum.verify.VerificationRequest;
import io.github.syscallmaven.checksum.verify.verdict.Leniency;
import io.github.syscallmaven.checksum.verify.verdict.Status;
import io.github.syscallmaven.checksum.verify.verdict.Verdict;
import io.github.syscallmaven.checksum.verify.verdict.VerdictSink;
import io.github.syscallmaven.checksum.verify.verdict.VerificationCounts;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.mojo.BaseDirectory;
import io.github.syscallmaven.mojo.ShownPaths;
import io.github.syscallmaven.mojo.trust.LiveProof.Answer;
import io.github.syscallmaven.mojo.trust.LiveProof.Outcome;
import io.github.syscallmaven.trust.Coordinates;
import io.github.syscallmaven.trust.Enforcement;
import io.github.syscallmaven.trust.FileReview;
import io.github.syscallmaven.trust.TrustFinding;
import io.github.syscallmaven.trust.TrustFinding.Kind;
import io.github.syscallmaven.trust.TrustPolicy;
import io.github.syscallmaven.trust.TrustedAlgorithm;
import io.github.syscallmaven.trust.TrustedChecksumsFile;
import io.github.syscallmaven.trust.TrustedEntry;
import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The steps of verify-trusted-checksums; each adds to a report. */
final class TrustVerification {
    private static final int MOST_NAMED = 3;

    /** No repository has it, and no file of checksums. */
    private static final Coordinates UNLISTED =
            new Coordinates("io.github.syscallmaven.proof", "unlisted", "1", "", "pom");

    private final MavenSession session;
    private final MavenProject project;
    private final Enforcement enforcement;
    private final TrustReport report;
    private final ShownPaths shown;
    /** Local ones, the first of which Maven writes to. */
    private final List<File> repositories;

    /** By the path of each as messages show it. */
    private final Map<BytePath, TrustedChecksumsFile> files = new LinkedHashMap<>();

    private @Nullable Listed proof;

    /** A line whose file is in the local repository, and is right. */
    private record Listed(Coordinates coordinates, File file) {}

    TrustVerification(MavenSession session, MavenProject project, Enforcement enforcement, TrustReport report) {
        this.session = session;
        this.project = project;
        this.enforcement = enforcement;
        this.report = report;
        this.shown = ShownPaths.of(session);
        this.repositories = SessionReader.repositories(session);
    }

    void settings() throws IOException {
        for (TrustFinding finding : enforcement.findings()) {
            report.add(finding, null);
        }
    }

    /** Looks at the files of trusted checksums, and hashes what the local repository has of what they list. */
    void files(FileIo io, Function<VerdictSink, ChecksumVerification> hashing) throws IOException {
        BytePath root = BaseDirectory.pathOf(SessionReader.root(session));
        BytePath folder = enforcement
                .folder()
                .map(File::new)
                .map(BaseDirectory::pathOf)
                .orElse(root.resolve(BytePath.of(TrustPolicy.DEFAULT_FOLDER)));
        for (TrustedAlgorithm algorithm : enforcement.algorithms()) {
            BytePath path = folder.resolve(BytePath.of(algorithm.fileName()));
            TrustedChecksumsFile file = read(io, path, algorithm);
            if (file == null) {
                report.add(
                        TrustFinding.failure(
                                Kind.NOT_ENFORCED,
                                shown.of(path).toString(),
                                "is missing, so that there is nothing to compare with"),
                        null);
                continue;
            }
            files.put(shown.of(path), file);
            for (TrustFinding finding : FileReview.form(file)) {
                report.add(finding, shown.of(path));
            }
            String name = "the local repository";
            for (File repository : repositories) {
                hash(hashing, path, file, repository, name);
                name = "the next one";
            }
        }
    }

    private static @Nullable TrustedChecksumsFile read(FileIo io, BytePath path, TrustedAlgorithm algorithm)
            throws IOException {
        try (Root folder = io.open(path.parent())) {
            return folder.stat(path.fileName()).isEmpty()
                    ? null
                    : TrustedChecksumsFile.read(folder, path.fileName(), algorithm);
        } catch (NoSuchFileException noFolderEither) {
            return null;
        }
    }

    private void hash(
            Function<VerdictSink, ChecksumVerification> hashing,
            BytePath path,
            TrustedChecksumsFile file,
            File repository,
            String name)
            throws IOException {
        Map<Integer, TrustedEntry> byLine = new HashMap<>();
        file.entries().forEach(entry -> byLine.put(entry.line(), entry));
        VerificationRequest request = new VerificationRequest(
                BaseDirectory.pathOf(repository),
                shown.root(),
                List.of(path),
                null,
                null,
                new Leniency(true, true, false, false),
                null,
                List.of());
        VerificationCounts hashed = hashing.apply(verdict -> {
                    if (isOfFile(verdict)) {
                        report.add(verdict);
                    }
                    if (verdict.status() == Status.OK) {
                        remember(byLine.get(verdict.line()), repository);
                    }
                })
                .run(List.of(request));
        report.achieved(String.format(
                Locale.ROOT,
                "%,d of the %,d artifacts of '%s' are in %s, and match (%s)",
                hashed.count(Status.OK),
                file.entries().size(),
                shown.of(path),
                name,
                hashed.totals()));
    }

    /**
     * The rest is about the list's form, which Resolver sees with other eyes, or about files that were never needed
     * here.
     */
    private static boolean isOfFile(Verdict verdict) {
        return switch (verdict.status()) {
            case OK, MISMATCH, UNREADABLE, REFUSED, CHANGED -> true;
            default -> false;
        };
    }

    /** One with a small file, if there is a choice. */
    private void remember(@Nullable TrustedEntry entry, File repository) {
        if (entry == null || (proof != null && proof.coordinates().extension().equals("pom"))) {
            return;
        }
        Coordinates coordinates = Coordinates.ofPath(entry.path()).orElse(null);
        if (coordinates != null
                && !coordinates.isSnapshot()
                && (proof == null || coordinates.extension().equals("pom"))) {
            proof = new Listed(coordinates, new File(repository, entry.path()));
        }
    }

    /** Whether the session's own Resolver refuses what it should, and accepts what it should. */
    void proof(LiveProof live) throws IOException {
        Listed listed = proof;
        if (enforcement.isRecording()) {
            report.add(
                    TrustFinding.failure(
                            Kind.NOT_ENFORCED,
                            "live proof",
                            "is not tested: in this session, Resolver would record the replaced artifact instead of"
                                    + " refusing it"),
                    null);
            return;
        }
        if (listed == null) {
            report.add(
                    TrustFinding.failure(
                            Kind.NOT_ENFORCED,
                            "live proof",
                            "is not possible: the local repository has no artifact with the bytes that are listed;"
                                    + " build the project once"),
                    null);
            return;
        }
        File other = project.getFile();
        String name = listed.coordinates().toString();
        Outcome wrong = live.resolve(listed.coordinates(), other, Answer.REFUSED);
        proven(wrong, Answer.REFUSED, name, "a replaced artifact");
        proven(
                live.resolve(listed.coordinates(), listed.file(), Answer.ACCEPTED),
                Answer.ACCEPTED,
                name,
                "the right file");
        if (enforcement.isFailingIfMissing()) {
            proven(
                    live.resolve(UNLISTED, other, Answer.REFUSED),
                    Answer.REFUSED,
                    UNLISTED.toString(),
                    "an artifact without a line");
        }
        report.achieved("the session's Resolver refuses a replaced '" + name + "'");
    }

    private void proven(Outcome outcome, Answer wanted, String name, String what) throws IOException {
        String verb = wanted == Answer.REFUSED ? "refuses " : "accepts ";
        if (outcome.answer() == wanted) {
            report.add(TrustFinding.fine(name, "the session's Resolver " + verb + what), null);
            return;
        }
        String did = switch (outcome.answer()) {
            case ACCEPTED -> "accepts ";
            case REFUSED -> "refuses ";
            case FAILED -> "fails with ";
        };
        report.add(
                TrustFinding.failure(
                        Kind.NOT_ENFORCED,
                        name,
                        "the session's Resolver " + did + what
                                + (outcome.reason().isEmpty() ? "" : ": " + outcome.reason())),
                null);
    }

    /** What the project resolves without running, and what Maven stumbles over. */
    void project(FileIo io, Rehearsal rehearsal, Plugin own, Traps traps) throws IOException {
        Rehearsal.Result resolved = rehearsal.of(session, own, io, true);
        for (String failure : resolved.failures()) {
            report.add(
                    TrustFinding.failure(
                            Kind.NOT_LISTED,
                            "completeness",
                            "is not known, as Maven cannot resolve " + failure + "; build the project once"),
                    null);
        }
        for (Map.Entry<BytePath, TrustedChecksumsFile> file : files.entrySet()) {
            completeness(file.getKey(), file.getValue(), resolved);
        }
        String calledFrom = System.getProperty("user.dir");
        for (TrustFinding finding : traps.findings(
                resolved,
                enforcement.isFailingIfMissing(),
                calledFrom == null ? null : Path.of(calledFrom),
                SessionReader.root(session).toPath())) {
            report.add(finding, null);
        }
    }

    private void completeness(BytePath path, TrustedChecksumsFile file, Rehearsal.Result resolved) throws IOException {
        int unused = 0;
        int listedToo = resolved.paths().size();
        for (TrustFinding finding : FileReview.completeness(file, resolved.paths(), enforcement.isFailingIfMissing())) {
            unused += finding.kind() == Kind.UNUSED ? 1 : 0;
            listedToo -= finding.kind() == Kind.NOT_LISTED ? 1 : 0;
            report.add(finding, path);
        }
        report.achieved(String.format(
                Locale.ROOT,
                "it lists %,d of the %,d artifacts that the project resolves without running",
                listedToo,
                resolved.paths().size()));
        Set<String> listed = new HashSet<>();
        file.entries().forEach(entry -> Coordinates.ofPath(entry.path()).ifPresent(c -> listed.add(c.toString())));
        List<String> absent = new ArrayList<>(resolved.absent());
        absent.removeAll(listed);
        if (!absent.isEmpty()) {
            report.add(
                    TrustFinding.note(
                            absent.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")),
                            (absent.size() > MOST_NAMED ? "and " + (absent.size() - MOST_NAMED) + " more " : "")
                                    + "have no line and are not in the local repository, so that what they need is"
                                    + " unknown"),
                    path);
        }
        if (unused > 0) {
            report.add(
                    TrustFinding.note(
                            "",
                            unused + (unused == 1 ? " line is" : " lines are")
                                    + " for files that the project does not resolve before it runs. They may be"
                                    + " resolved by goals while they run, or be no longer used;"
                                    + " write-trusted-checksums removes those no longer used"),
                    path);
        }
    }
}
