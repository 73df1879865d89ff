package io.github.syscallmaven.io.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.io.FileIoContract.Place;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.io.InMemory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each call that a read or a walk makes fails in each way that it can: what is found is right, or the failure is told.
 */
class ReadFaultMatrixTest {
    private static int allCases;

    @TempDir(factory = InMemory.class)
    Path root;

    @BeforeEach
    void arrange() throws Exception {
        ReadScenario.arrange(root);
    }

    @AfterAll
    static void tell() {
        System.out.println("faults of reads and walks: " + allCases + " cases");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsFoundIsRightOrTheFailureIsTold(ReadScenario scenario) throws Exception {
        for (Place place : List.of(Place.KERNEL, Place.WITHOUT_OPENAT2, Place.OLD, Place.SANDBOX)) {
            // Without statx, all of them are read one by one.
            if (!scenario.triesAgain() || place.offers(new Step(Call.STATX, Step.Purpose.ANY))) {
                run(scenario, place);
            }
        }
    }

    private void run(ReadScenario scenario, Place place) throws Exception {
        FaultGate clean = new FaultGate(place.gate(), null);
        String right = scenario.run(clean, root, failure -> {
            throw new AssertionError(failure);
        });
        assertThat(right).isNotEmpty();
        assertThat(clean.leaked()).isZero();

        List<String> violations = new ArrayList<>();
        for (int at = 0; at < clean.steps().size(); at++) {
            Step step = clean.steps().get(at);
            for (Fault fault : place.offers(step) ? Fault.of(at, step.call()) : List.<Fault>of()) {
                String violation = violation(scenario, new FaultGate(place.gate(), fault), fault, right);
                if (violation != null) {
                    violations.add(scenario + " on " + place + ", " + fault + ": " + violation);
                }
                allCases++;
            }
        }
        assertThat(violations).isEmpty();
    }

    private @Nullable String violation(ReadScenario scenario, FaultGate gate, Fault fault, String right) {
        List<Throwable> failures = new ArrayList<>();
        String found = "";
        try {
            found = scenario.run(gate, root, failures::add);
        } catch (Exception e) {
            failures.add(e);
        }
        if (gate.leaked() != 0 || gate.strangersClosed() != 0) {
            return "descriptors leaked or strangers closed";
        } else if (failures.isEmpty()) {
            boolean mayDiffer = Tolerance.mayBeMissing(scenario, fault);
            return found.equals(right) || mayDiffer
                    ? mustFail(scenario, gate, fault, mayDiffer)
                    : "wrong, and not told";
        } else if (!fault.lasting() && fault.isError() && isTolerated(scenario, gate, fault)) {
            return "failed: " + failures;
        }
        boolean explained = failures.stream()
                .allMatch(failure -> scenario.deepest().stream()
                        .map(name -> root.resolve(name).toString())
                        .anyMatch(name -> new Told(List.of(), failure).explains(fault, name)));
        return explained ? null : "this does not tell what failed: " + failures;
    }

    private static @Nullable String mustFail(ReadScenario scenario, FaultGate gate, Fault fault, boolean mayDiffer) {
        boolean harmless = mayDiffer || fault.lasting() || !fault.isError() || isTolerated(scenario, gate, fault);
        return harmless ? null : "not told";
    }

    private static boolean isTolerated(ReadScenario scenario, FaultGate gate, Fault fault) {
        Step struck = gate.struck().get(0);
        // A file that cannot be read with others is read once more, by itself.
        boolean again = scenario.triesAgain() && struck.purpose() != Step.Purpose.OPEN_ROOT;
        return again || Tolerance.ofRead(struck, fault.errno());
    }
}
