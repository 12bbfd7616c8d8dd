package io.synctracker.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that speaks what no decent server would. Each script has one connection, on a thread of its own. */
public final class RawSystem implements AutoCloseable {

    private final ServerSocket server;
    private final Script script;
    private final boolean speaksFirst;
    private final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);

    public RawSystem(Script script) throws IOException {
        this(script, false);
    }

    private RawSystem(Script script, boolean speaksFirst) throws IOException {
        this.script = script;
        this.speaksFirst = speaksFirst;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(this::accept);
    }

    /** Returns a server that does not wait for a request. */
    public static RawSystem speakingFirst(Script script) throws IOException {
        return new RawSystem(script, true);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Waits until the first request is there. */
    public void awaitCall() throws InterruptedException {
        if (!called.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("Nobody called");
        }
    }

    /** Returns whether the caller closed a connection within ten seconds. */
    public boolean isHungUp() throws InterruptedException {
        return hungUp.await(10, TimeUnit.SECONDS);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                thread(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            if (!speaksFirst) {
                readHead(in);
            }
            called.countDown();
            thread(() -> drain(in));
            script.answer(new Line(socket.getOutputStream(), hungUp));
        } catch (IOException gone) {
            hungUp.countDown();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    private static void readHead(InputStream in) throws IOException {
        int last = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            last = last << 8 | next;
            if (last == 0x0D0A0D0A) {
                return;
            }
        }
    }

    private void drain(InputStream in) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException reset) {
            // Hung up, only less politely.
        }
        hungUp.countDown();
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "raw-system");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        hungUp.countDown();
        server.close();
    }

    public interface Script {
        void answer(Line line) throws IOException, InterruptedException;
    }

    /** The way back to the caller. */
    public record Line(OutputStream out, CountDownLatch hungUp) {

        public Line send(String text) throws IOException {
            out.write(text.getBytes(ISO_8859_1));
            out.flush();
            return this;
        }

        /** Says nothing more, and keeps the connection open until the caller closes it. */
        public void stall() throws InterruptedException {
            hungUp.await();
        }

        /** Repeats a text without a pause until the caller closes the connection. */
        public void forever(String text) throws IOException {
            while (hungUp.getCount() > 0) {
                send(text);
            }
        }

        /** Repeats a text every few milliseconds until the caller closes the connection. */
        public void drip(String text) throws IOException, InterruptedException {
            while (!hungUp.await(20, TimeUnit.MILLISECONDS)) {
                send(text);
            }
        }
    }
}
