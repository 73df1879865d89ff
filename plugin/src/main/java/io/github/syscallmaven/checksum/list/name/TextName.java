package io.github.syscallmaven.checksum.list.name;

import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A file's name in a text format: as text if it is UTF-8, else as hexadecimal digits; the other of the two is empty.
 */
public record TextName(String text, String hex) {
    public static TextName of(BytePath name) {
        byte[] bytes = name.toBytes();
        String text = utf8(bytes);
        return text != null
                ? new TextName(text, "")
                : new TextName("", HexFormat.of().formatHex(bytes));
    }

    /** Null when it is no name: both or neither given, digits that are none, or a NUL. */
    @Nullable
    public BytePath toPath() {
        if (text.isEmpty() == hex.isEmpty()) {
            return null;
        }
        byte[] digits = hex.getBytes(StandardCharsets.UTF_8);
        Digest bytes = Digest.ofHex(digits, 0, digits.length);
        if (text.isEmpty() && bytes == null) {
            return null;
        }
        BytePath path = bytes != null ? BytePath.of(bytes.toBytes()) : BytePath.of(text);
        return isPossible(path) ? path : null;
    }

    /** Whether a file can have this name: not empty, no NUL. */
    public static boolean isPossible(BytePath name) {
        int at = 0;
        while (at < name.length() && name.at(at) != 0) {
            at++;
        }
        return at == name.length() && at > 0;
    }

    /** This name, once it is clear that a file can have it. */
    public static BytePath checked(BytePath name) {
        if (!isPossible(name)) {
            throw new IllegalArgumentException("a list of checksums cannot have the name '" + name + "': it "
                    + (name.isEmpty() ? "is empty" : "has a NUL in it"));
        }
        return name;
    }

    /** The text, or null when the bytes are not UTF-8. */
    public static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
