package io.github.syscallmaven.it.maven;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that takes a {@link MavenBuild} and runs on every Maven and on every JDK.
 *
 * <p>With {@code -Dit.combinations=each}, the default, every Maven and every JDK has its turn, but not every pair;
 * which of them meet differs from test to test. With {@code all}, as in the profile {@code stress}, every pair has.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(MavenTestExtension.class)
public @interface MavenTest {
    /** Whether {@code all} means every pair; otherwise it means no more than {@code each}, for tests of many builds. */
    boolean everyPair() default true;

    /** Whether it runs on one Maven only, on an arm64 JVM that is emulated; without one it is skipped. */
    boolean emulated() default false;

    /**
     * Whether the profile {@code stress} runs it on further Mavens, between those that all tests run on; without it,
     * such a test runs on one of these only.
     */
    boolean more() default false;

    /** The versions of Maven that what the test compares with does not run on. */
    String[] except() default {};
}
