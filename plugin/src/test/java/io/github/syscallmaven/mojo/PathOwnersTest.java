package io.github.syscallmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.io.BytePath;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathOwnersTest {
    private final Map<String, Object> shared = new HashMap<>();
    private final PathOwners owners = new PathOwners(shared);

    @Test
    void theFirstOwnerKeepsAPath() {
        int first = owners.add("first");
        int second = owners.add("second");

        assertThat(owners.claim(BytePath.of("/a"), first)).isNull();
        assertThat(owners.claim(BytePath.of("/a"), second)).isEqualTo("first");
        assertThat(owners.claim(BytePath.of("/a"), first)).as("twice").isEqualTo("first");
        assertThat(owners.claim(BytePath.of("/b"), second)).isNull();
    }

    @Test
    void anOwnerOfTheSameNameTakesOver() {
        int first = owners.add("same");
        int again = owners.add("same");
        owners.claim(BytePath.of("/a"), first);

        assertThat(owners.claim(BytePath.of("/a"), again)).isNull();
        assertThat(owners.claim(BytePath.of("/a"), again)).isEqualTo("same");
    }

    @Test
    void namesThatAreNotUtf8AreToldApart() {
        int first = owners.add("first");
        int second = owners.add("second");

        assertThat(owners.claim(BytePath.of(new byte[] {'/', (byte) 0xfe}), first))
                .isNull();
        assertThat(owners.claim(BytePath.of(new byte[] {'/', (byte) 0xff}), second))
                .isNull();
    }

    @Test
    void manyPathsAreAllRememberedInLittleMemory() {
        int first = owners.add("first");
        int second = owners.add("second");
        for (int i = 0; i < 100_000; i++) {
            assertThat(owners.claim(BytePath.of("/" + i), first)).isNull();
        }

        for (int i = 0; i < 100_000; i++) {
            assertThat(owners.claim(BytePath.of("/" + i), second)).isEqualTo("first");
        }
        assertThat((long[]) shared.get("prints")).hasSizeLessThanOrEqualTo(4 * 100_000);
    }

    /** Another load of the plugin has other classes of the same names. */
    @Test
    void whatIsSharedIsOfTheJdk() {
        owners.claim(BytePath.of("/a"), owners.add("first"));

        assertThat(shared.values())
                .allSatisfy(
                        value -> assertThat(value.getClass().getClassLoader()).isNull());
        int second = new PathOwners(shared).add("second");
        assertThat(new PathOwners(shared).claim(BytePath.of("/a"), second)).isEqualTo("first");
    }
}
