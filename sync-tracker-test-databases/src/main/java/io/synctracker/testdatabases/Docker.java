package io.synctracker.testdatabases;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/** Whether containers can be started here. */
final class Docker {

    boolean answers() {
        return mayBeThere() && probe();
    }

    // The probe takes over a second where there is no Docker, in each test JVM: look for a trace of it first.
    private static boolean mayBeThere() {
        boolean elsewhere = !System.getProperty("os.name").startsWith("Linux");
        return elsewhere || System.getenv("DOCKER_HOST") != null || traces().anyMatch(Files::exists);
    }

    private static Stream<Path> traces() {
        Path home = Path.of(System.getProperty("user.home"));
        String runtime = Objects.requireNonNullElse(System.getenv("XDG_RUNTIME_DIR"), "/var/run");
        return Stream.of(
                Path.of("/var/run/docker.sock"),
                Path.of(runtime, "docker.sock"),
                home.resolve(".docker/run/docker.sock"),
                home.resolve(".docker/desktop/docker.sock"),
                home.resolve(".testcontainers.properties"));
    }

    // A machine without Docker is no error, but Testcontainers logs it as one.
    private static boolean probe() {
        Logger logger = (Logger) LoggerFactory.getLogger("org.testcontainers");
        Level before = logger.getLevel();
        logger.setLevel(Level.OFF);
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } finally {
            logger.setLevel(before);
        }
    }
}
