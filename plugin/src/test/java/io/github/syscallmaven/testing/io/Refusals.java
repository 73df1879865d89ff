package io.github.syscallmaven.testing.io;

import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.kernel.TestArch;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.util.Map;

/** The kernel as an older one, or a sandbox around it, would be: it answers some calls with an error. */
public record Refusals(Map<Call, Errno> answers) implements Gate {
    public static Refusals of(Call call, Errno errno) {
        return new Refusals(Map.of(call, errno));
    }

    @Override
    public long syscall(long number, long a1, long a2, long a3, long a4, long a5, long a6) {
        Errno refusal = TestArch.call(TestKernel.ARCH, number).map(answers::get).orElse(null);
        return refusal != null ? -refusal.number() : TestKernel.GATE.syscall(number, a1, a2, a3, a4, a5, a6);
    }
}
