package io.synctracker.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** A server of the suite's own, which may be stopped and started. */
final class PrivatePostgres implements AutoCloseable {

    private final File data;
    private final int port;
    private EmbeddedPostgres server;

    PrivatePostgres(Path directory) throws IOException {
        data = directory.resolve("data").toFile();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        server = launch();
    }

    private EmbeddedPostgres launch() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("max_connections", "80")
                .start();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    void stop() throws IOException {
        server.close();
    }

    void startAgain() throws IOException {
        server = launch();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
