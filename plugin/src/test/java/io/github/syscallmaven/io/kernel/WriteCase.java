package io.github.syscallmaven.io.kernel;

import io.github.syscallmaven.io.kernel.Fault.Way;
import io.github.syscallmaven.io.kernel.Step.Purpose;
import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.io.TestAcl;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A write on which something went wrong, what it said of that, and what it has left. */
final class WriteCase {
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
        one.requireNoNewRight();
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

    /** Of a file that was there before; with an ACL, the group's bits of its permissions are no rights of the group. */
    private void requireNoNewRight() throws IOException {
        if (scenario.oldBytes() == null || isSaidNotToBe(fault) || !Files.exists(scenario.target(base))) {
            return;
        }
        int now = (int) Files.getAttribute(scenario.target(base), "unix:mode") & 0777;
        String acl = TestAcl.access(scenario.target(base));
        boolean sameAcl = acl.equals(scenario.acl());
        boolean named = !acl.isEmpty() && (now & 0070) != 0;
        require((now & ~scenario.permissions()) == 0, "somebody has gained a right: %o".formatted(now));
        require(sameAcl || !named, "somebody has gained a right: %s".formatted(acl));
        require(sameAcl || scenario.acl().isEmpty() || (now & 0077) == 0, "the group has gained a right");
        boolean kept = now == scenario.permissions() && (sameAcl || !named);
        require(kept || (fault != null && told().names(fault)), "rights were lost, and it was not told");
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
        if (what == Left.DIRECTORY) {
            // Nobody knows of a directory whose maker was told that he had failed.
            return (fault.call() == Call.MKDIRAT && fault.way() == Way.ANSWER_LOST)
                    || told().namesInAddition(fault)
                    || isSaidToBeGoneOrInUse(fault);
        }
        return gate.struck().contains(new Step(Call.UNLINKAT, Purpose.ANY))
                && (told().names(fault) || fault.errno() == Errno.ENOENT);
    }

    private static boolean isSaidToBeGoneOrInUse(Fault one) {
        return switch (one.call()) {
            case OPENAT, OPENAT2 -> one.errno() == Errno.ENOENT;
            case UNLINKAT ->
                one.errno() == Errno.ENOENT || one.errno() == Errno.ENOTEMPTY || one.errno() == Errno.EEXIST;
            default -> false;
        };
    }

    private Told told() {
        return new Told(warnings, thrown);
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
            require(fault.lasting() || isTolerated(fault) || (ownFailure && told().names(fault)), "it was not told");
            require(ownFailure || !needsWarning(fault) || told().names(fault), "it did not warn");
            return;
        }
        if (isUntrue(fault)) {
            return;
        }
        boolean noSecondTry = scenario.asksOnce() && asked == 1 && fault.errno() == Errno.ENOENT;
        require(fault.lasting() || noSecondTry || !isTolerated(fault), "it failed: " + thrown);
        require(thrown instanceof IOException, "it failed: " + thrown);
        require(told().explains(fault, scenario.target(base).toString()), "this does not tell what failed: " + thrown);
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

    /** Whether something was asked for and not done, although the file is written. */
    private static boolean needsWarning(Fault one) {
        boolean asked = one.call() == Call.FSYNC || one.call() == Call.FCHMOD;
        return asked && !one.lasting() && one.errno() != Errno.EINTR && one.errno() != Errno.ENOENT;
    }

    /** Of a file and of an ACL it is believed that there is none, if the kernel says so. */
    private static boolean isSaidNotToBe(@Nullable Fault one) {
        if (one == null) {
            return false;
        }
        return switch (one.call()) {
            case STATX, NEWFSTATAT -> one.errno() == Errno.ENOENT;
            case FGETXATTR -> one.errno() == Errno.ENODATA || one.errno() == Errno.EOPNOTSUPP;
            default -> false;
        };
    }

    private static boolean isRename(Call call) {
        return call == Call.RENAMEAT || call == Call.RENAMEAT2 || call == Call.LINKAT;
    }

    @Override
    public String toString() {
        return scenario + ", " + gate.struck() + ", " + fault;
    }
}
