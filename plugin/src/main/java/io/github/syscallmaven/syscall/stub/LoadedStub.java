package io.github.syscallmaven.syscall.stub;

import io.github.syscallmaven.syscall.BlockFunctions;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.stub.image.StubImage;

/**
 * A stub in this process.
 *
 * @param image the bytes that were loaded
 * @param directory the folder that they were unpacked in; nothing is left there
 * @param gate the way through the stub into the kernel
 * @param blockFunctions what it has for digests
 */
public record LoadedStub(StubImage image, String directory, Gate gate, BlockFunctions blockFunctions) {}
