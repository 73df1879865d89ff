package io.github.syscallmaven.mojo;

import io.github.syscallmaven.host.HostFacts;
import io.github.syscallmaven.host.HostReport;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.stub.LoadedStub;
import io.github.syscallmaven.syscall.stub.StubException;
import io.github.syscallmaven.syscall.stub.StubLoader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether this plugin works on this host: checks the host and the stub, loads and tries the stub, reports what the
 * kernel offers, and says hello by {@code write(2)}. Needs no project.
 */
@Mojo(name = "verify-host", defaultPhase = LifecyclePhase.VALIDATE, requiresProject = false, threadSafe = true)
public final class VerifyHostMojo extends AbstractMojo {
    private static final int STANDARD_OUTPUT = 1;
    private static final byte[] HELLO = "hello world\n".getBytes(StandardCharsets.US_ASCII);

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution mojoExecution;

    /** Does nothing when {@code true}; no native code is loaded then. */
    @Parameter(property = "syscall.skip", defaultValue = "false")
    boolean skip;

    /**
     * What to do where the plugin has no stub, which is anywhere but on Linux on x86_64, aarch64 and riscv64, and where the stub
     * cannot be loaded: {@code fail} fails the build; {@code skip} warns and does nothing; {@code portable} does the same work
     * through {@code java.nio}, with the same results. README lists what this mode cannot promise.
     */
    @Parameter(property = "syscall.unsupportedHost", defaultValue = "fail")
    String unsupportedHost;

    /**
     * Whether to work through {@code java.nio} although the stub could be used, to see what other hosts do.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.portable", defaultValue = "false")
    boolean portable;

    /**
     * A file to write every system call to that the goal makes, as {@code strace} would show it, though without what was read;
     * a table of the calls ends the log. The first goal of a build begins the file anew, later ones append to it; missing folders
     * are made, and neither symbolic links nor anything but a regular file is written to. A relative path is resolved against
     * each module. Default: no trace. In portable mode there are no calls to trace, so that it fails the build.
     */
    @Parameter(property = "syscall.traceFile")
    @Nullable
    File traceFile;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new GoalRun(
                        getLog(),
                        HostFacts::current,
                        skip,
                        new HostChoice(unsupportedHost, portable),
                        new Tracing(session, mojoExecution, traceFile))
                .run(() -> this::verify);
    }

    private void verify(Access access) throws StubException, SyscallException {
        if (access.kernel().isPresent()) {
            verify(access.kernel().get());
        } else {
            getLog().info("The plugin works on this host in portable mode, which says no hello by write(2):");
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
