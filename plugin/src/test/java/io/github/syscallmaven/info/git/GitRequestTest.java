package io.github.syscallmaven.info.git;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.syscallmaven.testing.git.GitRequests;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GitRequestTest {

    @Test
    void valuesThatGitCannotTakeAreRefused() {
        assertRefused("relative", 7, Duration.ofSeconds(1), "directory 'relative' is not absolute");
        assertRefused("/", 3, Duration.ofSeconds(1), "abbrevLength '3' is not from 4 to 64");
        assertRefused("/", 65, Duration.ofSeconds(1), "abbrevLength '65' is not from 4 to 64");
        assertRefused("/", 7, Duration.ZERO, "timeout 'PT0S' is not positive");
    }

    private static void assertRefused(String directory, int abbrevLength, Duration timeout, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new GitRequest(directory, Set.of(), abbrevLength, GitRequests.DESCRIBE, timeout, "git"))
                .withMessage(message);
    }
}
