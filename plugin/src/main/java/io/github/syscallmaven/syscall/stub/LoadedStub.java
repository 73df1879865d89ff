package io.github.syscallmaven.syscall.stub;

import io.github.syscallmaven.syscall.Gate;

/**
 * A stub in this process.
 *
 * @param image the bytes that were loaded
 * @param directory the folder that they were unpacked in; nothing is left there
 * @param gate the way through the stub into the kernel
 */
public record LoadedStub(StubImage image, String directory, Gate gate) {}
