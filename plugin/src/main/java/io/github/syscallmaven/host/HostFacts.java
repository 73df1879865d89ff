package io.github.syscallmaven.host;

import io.github.syscallmaven.io.Printable;
import io.github.syscallmaven.syscall.arch.Arch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a host before native code is loaded.
 *
 * @param osName {@code os.name}
 * @param osArch {@code os.arch}: the CPU that the JVM was built for
 * @param dataModel {@code sun.arch.data.model}: the bits of the JVM's addresses, or {@code unknown}
 * @param kernelMachine the CPU that the kernel was built for, or null where it does not tell
 * @param jvm name, version and vendor of the JVM
 */
public record HostFacts(
        String osName,
        String osArch,
        String dataModel,
        @Nullable String kernelMachine,
        String jvm) {
    /** Linux 6.1 and later. Not uname(2): an emulator answers that one in the kernel's place. */
    private static final Path KERNEL_ARCH = Path.of("/proc/sys/kernel/arch");

    /** The host that this JVM runs on. */
    public static HostFacts current() {
        return new HostFacts(
                System.getProperty("os.name", "unknown"),
                System.getProperty("os.arch", "unknown"),
                System.getProperty("sun.arch.data.model", "unknown"),
                kernelArch(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version") + " ("
                        + System.getProperty("java.vm.vendor") + ")");
    }

    /** By Java's own file access, as there is no stub to read it with yet. */
    private static @Nullable String kernelArch() {
        try {
            return Files.readString(KERNEL_ARCH).strip();
        } catch (IOException notToldHere) {
            return null;
        }
    }

    /** The CPU whose stub this host needs. */
    public Arch arch() throws UnsupportedHostException {
        if (!osName.equals("Linux")) {
            throw unsupported("this is '" + osName + "' on '" + osArch + "'", "run the build on such a host");
        }
        if (dataModel.equals("32")) {
            throw unsupported("this is a 32-bit JVM for '" + osArch + "'", "use a 64-bit JVM");
        }
        return Arch.ofJavaName(osArch)
                .orElseThrow(() -> unsupported("this is Linux on '" + osArch + "'", "run the build on such a host"));
    }

    private static UnsupportedHostException unsupported(String found, String remedy) {
        String machines = Arrays.stream(Arch.values())
                .map(Arch::machine)
                .collect(Collectors.joining(", "))
                .replaceFirst(", (?=[^,]+$)", " or ");
        return new UnsupportedHostException(
                "The plugin needs Linux on " + machines + " and a 64-bit JVM", Printable.of(found), remedy);
    }

    /**
     * Whether the kernel is known to be one for another CPU: system calls are then an emulator's, not the kernel's own.
     */
    public boolean isEmulated() {
        return kernelMachine != null
                && !Arch.ofJavaName(osArch).map(Arch::machine).orElse(osArch).equals(kernelMachine);
    }
}
