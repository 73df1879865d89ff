package io.github.syscallmaven.syscall;

import java.nio.charset.StandardCharsets;

/**
 * The result of uname(2).
 *
 * @param release such as {@code 6.1.0-18-amd64}
 * @param machine such as {@code x86_64}
 */
public record Utsname(String release, String machine) {
    /** Size of a field, in bytes, its NUL included. */
    public static final int FIELD = 65;

    private static final int FIELDS = 6;
    private static final int RELEASE = 2;
    private static final int MACHINE = 4;

    public static Utsname of(Syscalls syscalls) throws SyscallException {
        NativeBuffer result = NativeBuffer.allocate(FIELDS * FIELD);
        syscalls.uname(result);
        return new Utsname(field(result, RELEASE), field(result, MACHINE));
    }

    private static String field(NativeBuffer result, int index) {
        byte[] field = new byte[FIELD];
        result.bytes().get(index * FIELD, field);
        String text = new String(field, StandardCharsets.US_ASCII);
        return text.substring(0, text.indexOf('\0'));
    }
}
