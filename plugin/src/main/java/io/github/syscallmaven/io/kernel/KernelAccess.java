package io.github.syscallmaven.io.kernel;

import io.github.syscallmaven.io.kernel.call.Kernel;
import io.github.syscallmaven.io.kernel.path.Beneath;
import io.github.syscallmaven.io.kernel.path.Leftovers;
import io.github.syscallmaven.io.kernel.read.SmallRead;
import io.github.syscallmaven.io.kernel.read.StableRead;

/** What all roots of one {@link SyscallFileIo} share. */
record KernelAccess(Kernel kernel, Beneath beneath, StableRead reader, SmallRead smallRead, Leftovers leftovers) {}
