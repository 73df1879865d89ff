package io.github.syscallmaven.it;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The versions of plugins that the tests have at hand, for POMs of the manual, which pin none. */
final class Pins {
    static final String PLUGINS = Stream.of(
                    "resources:3.5.0",
                    "compiler:3.16.0",
                    "surefire:3.6.1",
                    "jar:3.5.1",
                    "install:3.2.0",
                    "deploy:3.1.4")
            .map(pin -> pin.split(":", -1))
            .map(pin -> "<plugin><artifactId>maven-" + pin[0] + "-plugin</artifactId><version>" + pin[1]
                    + "</version></plugin>")
            .collect(Collectors.joining(
                    "",
                    "",
                    "<plugin><groupId>io.github.syscallmaven</groupId><artifactId>syscall-maven-plugin</artifactId><version>"
                            + System.getProperty("it.plugin.version") + "</version></plugin>"));

    private Pins() {}
}
