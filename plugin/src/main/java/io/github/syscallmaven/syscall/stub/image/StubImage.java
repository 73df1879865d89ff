package io.github.syscallmaven.syscall.stub.image;

import io.github.syscallmaven.syscall.arch.Arch;
import java.io.IOException;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The bytes of a stub, to be verified before they are loaded. */
public final class StubImage {
    private final Arch arch;
    private final byte[] bytes;

    public StubImage(Arch arch, byte[] bytes) {
        this.arch = arch;
        this.bytes = bytes;
    }

    /** The stub that the plugin ships for this CPU, unchecked. */
    public static StubImage shipped(Arch arch) throws StubException {
        String name = "linux-" + arch.machine() + "/libsyscall.so";
        URL url = StubImage.class.getResource(name);
        if (url == null) {
            throw new StubException("The plugin's jar has no '" + name + "'; it is damaged. Remove it from the local"
                    + " repository, so that Maven fetches it again.");
        }
        try {
            return new StubImage(arch, Resource.bytes(url));
        } catch (IOException e) {
            throw new StubException(
                    "The stub '" + name + "' cannot be read from the plugin's jar: " + e.getMessage(), e);
        }
    }

    public Arch arch() {
        return arch;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** In bytes. */
    public int size() {
        return bytes.length;
    }

    /** In lower-case hexadecimal. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The names of the functions that it exports, sorted. */
    public List<String> exports() {
        return new ElfFile(bytes)
                .symbols().stream().map(ElfFile.Symbol::name).sorted().toList();
    }

    /** The libraries that it needs; none in a sound stub. */
    public List<String> needed() {
        return new ElfFile(bytes).needed();
    }

    /** Fails unless {@link #violations()} is empty and the SHA-256 is the one compiled into {@link Arch}. */
    public void verify() throws StubException {
        List<String> violations = new ArrayList<>(violations());
        if (!sha256().equals(arch.stubSha256())) {
            violations.add(0, "SHA-256 is " + sha256() + ", not " + arch.stubSha256());
        }
        if (!violations.isEmpty()) {
            throw new StubException("The stub for " + arch.machine() + " in the plugin's jar is not sound: "
                    + String.join("; ", violations)
                    + ". It was not loaded. Remove the plugin from the local repository, so that Maven"
                    + " fetches it again.");
        }
    }

    /** What is wrong with the file itself, each in a few words; empty for a sound stub. */
    List<String> violations() {
        return new StubRules(arch).violations(bytes);
    }
}
