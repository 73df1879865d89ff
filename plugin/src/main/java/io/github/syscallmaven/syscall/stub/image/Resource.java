package io.github.syscallmaven.syscall.stub.image;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;

/** A file in a jar beside the classes. */
public final class Resource {
    private Resource() {}

    public static byte[] bytes(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        // The jar cache of a long-lived JVM would go on serving an old jar that has been replaced (JDK-8205976).
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        }
    }
}
