package io.github.syscallmaven.syscall.stub;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.syscallmaven.syscall.BlockDigest;
import io.github.syscallmaven.syscall.BlockFunctions;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.stub.image.StubException;
import io.github.syscallmaven.testing.kernel.ReferenceBlocks;
import io.github.syscallmaven.testing.kernel.TestKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnownAnswersTest {
    private final BlockFunctions reference = new ReferenceBlocks();

    @Test
    void functionsOfTheStubAndOfTheStandardsPass() {
        assertThatCode(() -> KnownAnswers.check(TestKernel.blockFunctions())).doesNotThrowAnyException();
        assertThatCode(() -> KnownAnswers.check(reference)).doesNotThrowAnyException();
    }

    @Test
    void functionsThatAreMissingAreNotTried() {
        assertThatCode(() -> KnownAnswers.check(BlockFunctions.NONE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void functionThatDoesNothingIsRefused(BlockDigest faulty) {
        assertRefused(faulty, new Faulty(faulty) {
            @Override
            void take(NativeBuffer state, NativeBuffer data, int from, int blocks) {}
        });
    }

    @ParameterizedTest
    @EnumSource
    void functionThatTakesTheFirstBlockOnlyIsRefused(BlockDigest faulty) {
        assertRefused(faulty, new Faulty(faulty) {
            @Override
            void take(NativeBuffer state, NativeBuffer data, int from, int blocks) {
                reference.take(faulty, state, data, from, 1);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void functionThatErrsInOneBitIsRefused(BlockDigest faulty) {
        assertRefused(faulty, new Faulty(faulty) {
            @Override
            void take(NativeBuffer state, NativeBuffer data, int from, int blocks) {
                reference.take(faulty, state, data, from, blocks);
                int last = faulty.stateSize() - 1;
                state.bytes().put(last, (byte) (state.bytes().get(last) ^ 1));
            }
        });
    }

    /** One function with a fault among three without. */
    private abstract class Faulty implements BlockFunctions {
        private final BlockDigest faulty;

        Faulty(BlockDigest faulty) {
            this.faulty = faulty;
        }

        abstract void take(NativeBuffer state, NativeBuffer data, int from, int blocks);

        @Override
        public boolean has(BlockDigest digest) {
            return true;
        }

        @Override
        public void take(BlockDigest digest, NativeBuffer state, NativeBuffer data, int from, int blocks) {
            if (digest == faulty) {
                take(state, data, from, blocks);
            } else {
                reference.take(digest, state, data, from, blocks);
            }
        }
    }

    private static void assertRefused(BlockDigest faulty, BlockFunctions functions) {
        assertThatExceptionOfType(StubException.class)
                .isThrownBy(() -> KnownAnswers.check(functions))
                .withMessageContaining("does not work here: " + faulty + " of a known message gave")
                .withMessageContaining("run the build on the host itself");
    }
}
