package io.github.syscallmaven.it;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.jar.JarFile;

/** Files of properties in jars. */
final class JarProperties {
    private JarProperties() {}

    static Properties read(JarFile jar, String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream entry = jar.getInputStream(jar.getEntry(name))) {
            properties.load(entry);
        }
        return properties;
    }
}
