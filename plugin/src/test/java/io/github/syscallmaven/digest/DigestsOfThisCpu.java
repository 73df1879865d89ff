package io.github.syscallmaven.digest;

import io.github.syscallmaven.syscall.stub.StubLoader;
import io.github.syscallmaven.testing.kernel.TestArch;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** In a JVM of its own: prints what each algorithm makes of "abc", and who computes it on this CPU. */
final class DigestsOfThisCpu {
    static final List<String> ALGORITHMS = List.of("MD5", "SHA-1", "SHA-256", "SHA-512");

    private DigestsOfThisCpu() {}

    public static void main(String[] none) throws Exception {
        StubLoader.stub(TestArch.THIS);
        Algorithms algorithms = new Algorithms(DigestsOfThisCpu.class.getClassLoader(), StubLoader::blockFunctions);
        for (String name : ALGORITHMS) {
            Hash hash = algorithms.named(name).newHash();
            hash.update(ByteBuffer.wrap("abc".getBytes(StandardCharsets.US_ASCII)));
            System.out.println(name + " by " + hash.computedBy() + ": " + hash.digest());
        }
    }
}
