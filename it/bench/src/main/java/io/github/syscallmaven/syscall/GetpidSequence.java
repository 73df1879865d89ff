package io.github.syscallmaven.syscall;

import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.arch.Call;

/** Calls of getpid(2) at once; here, as the plugin itself has no use for them. */
public final class GetpidSequence {
    private GetpidSequence() {}

    public static CallSequence of(Arch arch, Gate gate, int count) {
        CallSequence calls = new CallSequence(arch, gate, count);
        for (int i = 0; i < count; i++) {
            int unused = calls.add(Call.GETPID, CallSequence.SUBJECT);
        }
        return calls;
    }
}
