package io.synctracker.faults;

import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.target.SyncTarget;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells the world of each change, on a connection of each thread. */
final class SocketTarget implements SyncTarget {

    private final String node;
    private final int port;
    private final Hooks hooks;
    private final ThreadLocal<@Nullable Line> lines = new ThreadLocal<>();

    SocketTarget(String node, int port, Hooks hooks) {
        this.node = node;
        this.port = port;
        this.hooks = hooks;
    }

    @Override
    public String name() {
        return Wiring.SYSTEM;
    }

    @Override
    public DeliveryResult deliver(Delivery delivery) throws IOException {
        hooks.reached(Point.CALLING);
        String answer = ask(Message.of(node, delivery).line());
        hooks.reached(Point.ANSWERED);
        return switch (answer) {
            case World.OK -> DeliveryResult.accepted("x-" + delivery.entity());
            case World.BUSY -> DeliveryResult.deferred("busy");
            default -> throw new IOException("The world says " + answer);
        };
    }

    private String ask(String question) throws IOException {
        Line line = lines.get();
        if (line == null) {
            line = new Line(port);
            lines.set(line);
        }
        try {
            line.say(question);
            hooks.reached(Point.CALLED);
            return line.hear();
        } catch (IOException e) {
            lines.remove();
            line.close();
            throw e;
        }
    }

    private static final class Line {

        private final Socket socket;
        private final BufferedReader in;

        Line(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        void say(String question) throws IOException {
            socket.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        String hear() throws IOException {
            String answer = in.readLine();
            if (answer == null) {
                throw new EOFException("The answer got lost");
            }
            return answer;
        }

        void close() throws IOException {
            socket.close();
        }
    }
}
