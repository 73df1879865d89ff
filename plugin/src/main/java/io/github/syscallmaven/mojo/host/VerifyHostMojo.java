package io.github.syscallmaven.mojo.host;

import io.github.syscallmaven.host.HostFacts;
import io.github.syscallmaven.host.HostReport;
import io.github.syscallmaven.mojo.Access;
import io.github.syscallmaven.mojo.parameter.SyscallMojo;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.stub.LoadedStub;
import io.github.syscallmaven.syscall.stub.StubLoader;
import io.github.syscallmaven.syscall.stub.image.StubException;
import java.nio.charset.StandardCharsets;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Checks whether this plugin works on this host: checks the host, loads and tests the stub, reports what the kernel
 * offers, and prints hello by {@code write(2)}. Needs no project.
 */
@Mojo(name = "verify-host", defaultPhase = LifecyclePhase.VALIDATE, requiresProject = false, threadSafe = true)
public final class VerifyHostMojo extends SyscallMojo {
    private static final int STANDARD_OUTPUT = 1;
    private static final byte[] HELLO = "hello world\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        goalRun().run(() -> this::verify);
    }

    private void verify(Access access) throws StubException, SyscallException {
        if (access.kernel().isPresent()) {
            verify(access.kernel().get());
        } else {
            getLog().info("The plugin works on this host in portable mode, which makes no system calls:");
            HostReport.withoutStub(HostFacts.current(), access.why()).forEach(line -> getLog().info("  " + line));
        }
    }

    private void verify(Syscalls syscalls) throws StubException, SyscallException {
        LoadedStub stub = StubLoader.stub(syscalls.arch());
        getLog().info("The plugin works on this host:");
        for (String line : new HostReport(HostFacts.current(), stub, syscalls).lines()) {
            getLog().info("  " + line);
        }
        sayHello(syscalls);
    }

    private static void sayHello(Syscalls syscalls) throws SyscallException {
        // What Java has buffered is to stand before what by-passes its buffer.
        System.out.flush();
        NativeBuffer hello = NativeBuffer.allocate(HELLO.length);
        hello.bytes().put(HELLO);
        syscalls.write(STANDARD_OUTPUT, hello, 0, HELLO.length);
    }
}
