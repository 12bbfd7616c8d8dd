package io.synctracker.benchmarks.process;

import io.synctracker.benchmarks.application.ReceiverMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/** The HTTP server that changes are delivered to, in a process of its own. */
public final class ReceiverProcess implements AutoCloseable {

    private final Process process;
    private final String url;

    /**
     * Starts one.
     *
     * @param millis how long an answer takes
     */
    public ReceiverProcess(int millis) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // Without this option an answer and its end are two packets, and the second one waits for 40 ms.
        String noDelay = "-Dsun.net.httpserver.nodelay=true";
        try {
            process = new ProcessBuilder(
                            java,
                            "-Xmx128m",
                            "-XX:+UseSerialGC",
                            noDelay,
                            "-cp",
                            Classpath.with(Set.of()),
                            ReceiverMain.class.getName(),
                            Integer.toString(millis))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            url = output.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where it listens. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
