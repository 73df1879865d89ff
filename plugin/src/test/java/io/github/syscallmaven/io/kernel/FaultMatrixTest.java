package io.github.syscallmaven.io.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.io.FileIoContract.Place;
import io.github.syscallmaven.testing.io.InMemory;
import io.github.syscallmaven.testing.io.RealTree;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each call that a write makes fails in each way that it can: the file holds the old bytes or the new bytes, nothing is
 * left behind but what cannot be removed, and the failure is told.
 */
class FaultMatrixTest {
    private static int allCases;

    @TempDir(factory = InMemory.class)
    Path temp;

    @AfterAll
    static void tell() {
        System.out.println("faults of writes: " + allCases + " cases");
    }

    @ParameterizedTest
    @EnumSource
    void onThisKernel(WriteScenario scenario) throws Exception {
        runAll(scenario, Place.KERNEL);
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHOUT_OPENAT2", "RENAME_WITHOUT_NOREPLACE", "OLD", "SANDBOX"})
    void whereTheKernelOffersLess(Place place) throws Exception {
        for (WriteScenario scenario : List.of(
                WriteScenario.CREATE_IN_NEW_DIRECTORIES,
                WriteScenario.CREATE_WITHOUT_REPLACING,
                WriteScenario.REPLACE_DURABLY)) {
            runAll(scenario, place);
        }
    }

    private void runAll(WriteScenario scenario, Place place) throws Exception {
        scenario.requirePrivileges();
        int descriptors = descriptors();
        WriteCase clean = run(scenario, place, null);
        assertThat(clean.violations())
                .as("%s on %s, without a fault", scenario, place)
                .isEmpty();

        List<String> violations = new ArrayList<>();
        int cases = 0;
        for (int at = 0; at < clean.steps().size(); at++) {
            Step step = clean.steps().get(at);
            for (Fault fault : place.offers(step) ? Fault.of(at, step.call()) : List.<Fault>of()) {
                WriteCase one = run(scenario, place, fault);
                one.violations().forEach(what -> violations.add(one + ": " + what));
                cases++;
            }
        }

        assertThat(violations).as("%s on %s", scenario, place).isEmpty();
        assertThat(descriptors()).as("descriptors of this process").isLessThan(descriptors + 10);
        allCases += cases;
    }

    private WriteCase run(WriteScenario scenario, Place place, @Nullable Fault fault) throws Exception {
        Path base = Files.createTempDirectory(temp, "case");
        try {
            scenario.arrange(base);
            return WriteCase.run(scenario, new FaultGate(place.gate(), fault), fault, base);
        } finally {
            RealTree.delete(base);
        }
    }

    private static int descriptors() {
        return Objects.requireNonNull(new File("/proc/self/fd").list()).length;
    }
}
