package io.github.syscallmaven.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What a Java program without our plugin's promises does: a directory and the list to write. One thread. */
public final class NioLoop {
    private NioLoop() {}

    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        long start = System.nanoTime();
        Path tree = Path.of(arguments[0]);
        List<Path> files;
        try (Stream<Path> all = Files.walk(tree)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        ByteBuffer buffer = ByteBuffer.allocateDirect(128 * 1024);
        String[] lines = new String[files.size()];
        for (int i = 0; i < lines.length; i++) {
            try (FileChannel channel = FileChannel.open(files.get(i), StandardOpenOption.READ)) {
                while (channel.read(buffer.clear()) >= 0) {
                    digest.update(buffer.flip());
                }
            }
            lines[i] = HexFormat.of().formatHex(digest.digest()) + "  " + tree.relativize(files.get(i));
        }
        Files.write(Path.of(arguments[1]), List.of(lines));
        System.out.println(InnerClock.PREFIX + (System.nanoTime() - start) / 1e6);
    }
}
