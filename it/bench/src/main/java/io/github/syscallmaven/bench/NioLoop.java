package io.github.syscallmaven.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What a Java program without our plugin's promises does: a directory, the list to write, and
 * algorithms. One thread. */
public final class NioLoop {
    private NioLoop() {}

    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        long start = System.nanoTime();
        Path tree = Path.of(arguments[0]);
        List<Path> files;
        try (Stream<Path> all = Files.walk(tree)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<MessageDigest> digests = new ArrayList<>();
        for (String algorithm : arguments[2].split(",", -1)) {
            digests.add(MessageDigest.getInstance(algorithm));
        }
        ByteBuffer buffer = ByteBuffer.allocateDirect(128 * 1024);
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                while (channel.read(buffer.clear()) >= 0) {
                    buffer.flip();
                    digests.forEach(digest -> digest.update(buffer.rewind()));
                }
            }
            digests.forEach(
                    digest -> lines.add(HexFormat.of().formatHex(digest.digest()) + "  " + tree.relativize(file)));
        }
        Files.write(Path.of(arguments[1]), lines);
        System.out.println(InnerClock.PREFIX + (System.nanoTime() - start) / 1e6);
    }
}
