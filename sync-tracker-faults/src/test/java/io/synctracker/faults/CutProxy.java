package io.synctracker.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between an application and its database, and cuts them off from each other. */
final class CutProxy implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5000;
    private static final int CHUNK = 16 * 1024;

    private final String url;
    private final InetSocketAddress database;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Thread> pumps = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    CutProxy(String url) throws IOException {
        this.url = url;
        URI address = URI.create(url.substring("jdbc:".length()));
        database = new InetSocketAddress(address.getHost(), address.getPort());
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** Returns the URL that leads to the database by way of this proxy. */
    String url() {
        return url.replace(":" + database.getPort() + "/", ":" + server.getLocalPort() + "/");
    }

    /** Cuts all connections, in whatever they are doing, and lets no new one through. */
    void goAway() {
        away = true;
        cut();
    }

    void comeBack() {
        away = false;
    }

    /**
     * Cuts all connections; new ones are let through. Afterwards no write to one that was cut succeeds: a socket that a
     * thread reads from is closed for good only when that thread has come back, so those are waited for.
     */
    void cut() {
        List<Thread> ending = List.copyOf(pumps);
        sockets.forEach(this::reset);
        ending.forEach(CutProxy::join);
    }

    private static void join(Thread pump) {
        try {
            pump.join(CONNECT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "cut-proxy");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException e) {
                // One that could not be let through was closed; the end of the server ends the loop.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket upstream = new Socket();
        sockets.add(client);
        sockets.add(upstream);
        try {
            if (away) {
                throw new IOException("away");
            }
            upstream.connect(database, CONNECT_MILLIS);
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
        } catch (IOException e) {
            reset(client);
            reset(upstream);
            throw e;
        }
        pumps.removeIf(pump -> !pump.isAlive());
        pumps.add(start(() -> pump(client, upstream)));
        pumps.add(start(() -> pump(upstream, client)));
    }

    private void pump(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0 && !away; read = in.read(chunk)) {
                out.write(chunk, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // Cut, or closed by one side: the other side is told below.
        }
        reset(from);
        reset(to);
    }

    /** Resets rather than closes, so that both sides learn of it at once. */
    private void reset(Socket socket) {
        sockets.remove(socket);
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        goAway();
    }
}
