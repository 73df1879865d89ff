package io.github.syscallmaven.io;

import io.github.syscallmaven.io.Fault.Way;
import io.github.syscallmaven.io.Step.Purpose;
import io.github.syscallmaven.syscall.Call;
import io.github.syscallmaven.syscall.Errno;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A write on which something went wrong, what it said of that, and what it has left. */
final class WriteCase {
    private static final Pattern CALL_AND_ERROR = Pattern.compile("\\b[a-z]+[0-9]*( '[^']*')?: E[A-Z0-9]+ \\(");

    private final WriteScenario scenario;
    private final FaultGate gate;
    private final @Nullable Fault fault;
    private final Path base;
    private final List<String> violations = new ArrayList<>();
    private List<String> warnings = List.of();
    private @Nullable Throwable thrown;
    private int asked;

    private enum Left {
        TEMPORARY,
        DIRECTORY
    }

    private WriteCase(WriteScenario scenario, FaultGate gate, @Nullable Fault fault, Path base) {
        this.scenario = scenario;
        this.gate = gate;
        this.fault = fault;
        this.base = base;
    }

    /** Writes, in a folder where all is arranged, and looks at what comes of it. */
    static WriteCase run(WriteScenario scenario, FaultGate gate, @Nullable Fault fault, Path base) throws IOException {
        WriteCase one = new WriteCase(scenario, gate, fault, base);
        try {
            one.warnings = scenario.run(gate, base, () -> one.asked++).warnings();
        } catch (IOException | RuntimeException | Error e) {
            one.thrown = e;
        }
        one.requireOldOrNew();
        one.requireNothingLeft();
        one.requireNoLeak();
        one.requireResult();
        return one;
    }

    List<Step> steps() {
        return gate.steps();
    }

    /** What is wrong; empty when all is as it has to be. */
    List<String> violations() {
        return violations;
    }

    private void require(boolean right, String otherwise) {
        if (!right) {
            violations.add(otherwise);
        }
    }

    private void requireOldOrNew() throws IOException {
        byte[] old = scenario.oldBytes();
        Path target = scenario.target(base);
        if (!Files.exists(target)) {
            require(old == null, "the old file is gone");
            require(thrown != null, "there is no file, and it was not told");
            return;
        }
        byte[] now = Files.readAllBytes(target);
        boolean isNew = Arrays.equals(now, WriteScenario.newBytes());
        require(isNew || Arrays.equals(now, old), "the file holds neither the old nor the new bytes");
        require(isNew || thrown != null, "the file holds the old bytes, and it was not told");
        require(!isNew || Arrays.equals(now, old) || !scenario.failsByItself(), "the file was replaced");
    }

    private void requireNothingLeft() throws IOException {
        if (!Files.exists(scenario.root(base))) {
            return;
        }
        try (Stream<Path> all = Files.walk(scenario.root(base))) {
            for (Path path : all.toList()) {
                String name = path.getFileName().toString();
                if (name.equals(WriteScenario.LEFTOVER)) {
                    require(fault != null, "the leftover was not removed");
                } else if (name.startsWith(".syscall-")) {
                    require(mayStay(Left.TEMPORARY), "a temporary was left");
                } else if (name.equals("a")) {
                    boolean used = Files.exists(scenario.target(base));
                    require(used || mayStay(Left.DIRECTORY), "a directory was left");
                }
            }
        }
    }

    /** What could not be removed, as one was told; or has been, as the kernel said. */
    private boolean mayStay(Left what) {
        if (fault == null || !fault.isError()) {
            return false;
        }
        boolean saidToBeGone =
                EnumSet.of(Errno.ENOENT, Errno.ENOTEMPTY, Errno.EEXIST).contains(fault.errno());
        if (what == Left.DIRECTORY) {
            // Nobody knows of a directory whose maker was told that he had failed; others could not be reached.
            return (fault.call() == Call.MKDIRAT && fault.way() == Way.ANSWER_LOST) || told(fault) || saidToBeGone;
        }
        return gate.struck().contains(new Step(Call.UNLINKAT, Purpose.ANY)) && (told(fault) || saidToBeGone);
    }

    private boolean told(Fault one) {
        return all().contains(one.call() + "") && all().contains(one.errno() + " (");
    }

    /** All that was told: warnings, causes, suppressed failures. */
    private String all() {
        StringWriter all = new StringWriter();
        warnings.forEach(all::append);
        if (thrown != null) {
            thrown.printStackTrace(new PrintWriter(all, true));
        }
        return all.toString();
    }

    private void requireNoLeak() {
        require(gate.leaked() == 0, gate.leaked() + " descriptors are still open");
        require(gate.strangersClosed() == 0, "descriptors were closed that were not open");
    }

    private void requireResult() {
        require(asked <= 1 || !scenario.asksOnce(), "the content was asked for " + asked + " times");
        if (fault == null) {
            require(warnings.isEmpty(), "it warned: " + warnings);
            require((thrown != null) == scenario.failsByItself(), "it ended with " + thrown);
            return;
        }
        boolean ownFailure = scenario.failsByItself() && isOwnFailure();
        if (thrown == null || ownFailure) {
            require(fault.lasting() || isTolerated(fault) || (ownFailure && told(fault)), "it was not told");
            return;
        }
        if (isUntrue(fault)) {
            return;
        }
        boolean noSecondTry = scenario.asksOnce() && asked == 1 && fault.errno() == Errno.ENOENT;
        require(fault.lasting() || noSecondTry || !isTolerated(fault), "it failed: " + thrown);
        require(thrown instanceof IOException, "it failed: " + thrown);
        require(isExplained(fault), "this does not tell what failed: " + thrown);
    }

    /** Of a root's own directories it is believed that one is there, or not, as the kernel says. */
    private boolean isUntrue(Fault one) {
        return scenario == WriteScenario.CREATE_IN_NEW_ROOT
                && (one.errno() == Errno.EEXIST || one.errno() == Errno.ENOENT)
                && thrown instanceof NoSuchFileException;
    }

    private boolean isOwnFailure() {
        return thrown instanceof FileAlreadyExistsException
                || (thrown instanceof IOException && WriteScenario.CONTENT_FAILS.equals(thrown.getMessage()));
    }

    private boolean isTolerated(Fault one) {
        if (one.way() == Way.ANSWER_LOST && isRename(one.call()) && one.errno() == Errno.EEXIST) {
            return true;
        }
        return !one.isError() || Tolerance.ofWrite(scenario, gate.struck().get(0), one.errno());
    }

    private static boolean isRename(Call call) {
        return call == Call.RENAMEAT || call == Call.RENAMEAT2 || call == Call.LINKAT;
    }

    /** The message names path, call and error, except of a link or a device, which it calls by their names. */
    private boolean isExplained(Fault one) {
        String message = String.valueOf(thrown == null ? null : thrown.getMessage());
        String all = thrown instanceof RefusedException ? all() : message;
        String path = thrown instanceof FileSystemException failure ? String.valueOf(failure.getFile()) : "";
        String target = scenario.target(base).toString();
        boolean namesPath = target.startsWith(path) && path.startsWith("/");
        if (one.lasting() || !one.isError()) {
            return namesPath && (CALL_AND_ERROR.matcher(all).find() || message.contains("write: the kernel"));
        }
        return namesPath && all.matches("(?s).*\\b" + one.call() + "( '[^']*')?: " + one.errno() + " \\(.*");
    }

    @Override
    public String toString() {
        return scenario + ", " + gate.struck() + ", " + fault;
    }
}
