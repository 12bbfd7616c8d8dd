package io.synctracker.sample;

import static org.awaitility.Awaitility.await;

import io.synctracker.sample.systems.ExternalSystems;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The shop in a process of its own, which can be killed. */
final class ShopProcess implements AutoCloseable {

    private final Process process;
    private final Http http;

    private ShopProcess(Process process, int port) {
        this.process = process;
        this.http = Shop.at(port);
    }

    static ShopProcess start(List<String> database, ExternalSystems systems, Path log) throws IOException {
        int port = Shop.freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ShopApplication.class.getName()));
        command.addAll(Shop.arguments(database, systems, port));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        ShopProcess shop = new ShopProcess(process, port);
        await("the shop is open, see " + log)
                .ignoreExceptions()
                .atMost(Duration.ofMinutes(2))
                .until(() -> shop.http.status("GET", "/products/1") == 200);
        return shop;
    }

    Http http() {
        return http;
    }

    /** Ends the process without a warning, as a power cut does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
