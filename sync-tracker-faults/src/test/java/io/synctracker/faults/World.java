package io.synctracker.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * The system outside, over a loopback socket: it outlives every process that is killed, remembers all that it is told in
 * the order of arrival, and fails as often as it is told to.
 */
final class World implements AutoCloseable {

    static final String OK = "ok";
    static final String BUSY = "busy";
    static final String BROKEN = "broken";

    private final ServerSocket server;
    private final long seed;
    private final int failingPercent;
    private final long longestPauseMicros;
    private final List<Visit> visits = new ArrayList<>();
    private final List<Door> doors = new CopyOnWriteArrayList<>();
    private final Map<Socket, Boolean> sockets = new ConcurrentHashMap<>();
    private long clock;

    /**
     * Opens the world.
     *
     * @param failingPercent how many calls of a hundred fail: a third each is refused by an exception, put off, and
     *     accepted with the answer lost
     */
    World(long seed, int failingPercent, long longestPauseMicros) throws IOException {
        this.seed = seed;
        this.failingPercent = failingPercent;
        this.longestPauseMicros = longestPauseMicros;
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Holds back, from now on, the first message that is meant. */
    Door door(Predicate<Message> meant) {
        Door door = new Door(meant);
        doors.add(door);
        return door;
    }

    /** Returns what came so far, in the order in which it began. */
    synchronized List<Visit> visits() {
        return List.copyOf(visits);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "world");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                sockets.put(socket, true);
                start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = socket.getOutputStream();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String answer = answer(Message.read(line));
                if (answer.isEmpty()) {
                    return;
                }
                out.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException gone) {
            // Whoever called was killed, or the world ends.
        } finally {
            sockets.remove(socket);
        }
    }

    private String answer(Message message) {
        int index = begin(message);
        boolean refused = false;
        for (Door door : doors) {
            refused |= door.refuses(message);
        }
        if (refused) {
            return end(index, false, BUSY);
        }
        Random chance = Dice.of(
                seed, message.entity(), message.sequence(), message.attempt(), message.revision(), message.action());
        int roll = chance.nextInt(100);
        if (longestPauseMicros > 0) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(chance.nextLong(longestPauseMicros)));
        }
        if (roll >= failingPercent) {
            return end(index, true, OK);
        }
        return switch (roll % 3) {
            case 0 -> end(index, false, BROKEN);
            case 1 -> end(index, false, BUSY);
            default -> end(index, true, "");
        };
    }

    private synchronized int begin(Message message) {
        visits.add(new Visit(
                clock++,
                Long.MAX_VALUE,
                message.node(),
                message.entity(),
                message.action(),
                message.sequence(),
                message.revision(),
                message.stamp(),
                false));
        return visits.size() - 1;
    }

    private synchronized String end(int index, boolean applied, String answer) {
        visits.set(index, visits.get(index).ended(clock++, applied));
        return answer;
    }

    @Override
    public void close() {
        doors.forEach(Door::open);
        try {
            server.close();
            for (Socket socket : sockets.keySet()) {
                socket.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
