package io.synctracker.faults;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A {@link Node} in a process of its own, seen from the test. */
final class Child implements AutoCloseable {

    /** What a process ends with that was killed, by others or by itself. */
    static final int KILLED = 137;

    private final Plan plan;
    private final Process process;
    private final Writer commands;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private Child(Plan plan, Process process) {
        this.plan = plan;
        this.process = process;
        commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        reader = new Thread(this::read, "child-" + plan.name());
        reader.setDaemon(true);
        reader.start();
    }

    static Child start(Plan plan) throws IOException {
        return new Child(
                plan,
                new ProcessBuilder(Startup.command(plan))
                        .redirectError(Redirect.INHERIT)
                        .start());
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException gone) {
            lines.add("GONE");
        }
    }

    String name() {
        return plan.name();
    }

    Child awaitReady() {
        awaitLine("READY");
        return this;
    }

    /** Waits until the process has said something that begins so. */
    void awaitLine(String start) {
        Wait.until(
                () -> lines.stream().anyMatch(line -> line.startsWith(start)) || !process.isAlive(),
                () -> plan.name() + " has not said " + start + ", but " + lines);
        if (lines.stream().noneMatch(line -> line.startsWith(start))) {
            Wait.until(() -> !reader.isAlive(), () -> plan.name() + " is dead, and not heard to the end");
        }
        if (lines.stream().noneMatch(line -> line.startsWith(start))) {
            throw new AssertionError(plan.name() + " has died, and not said " + start + ", but " + lines);
        }
    }

    boolean said(String start) {
        return lines.stream().anyMatch(line -> line.startsWith(start));
    }

    /** Returns what the process said about transactions that failed. */
    List<String> failures() {
        return lines.stream()
                .filter(line -> line.startsWith("FAILED"))
                .map(line -> plan.name() + ": " + line)
                .toList();
    }

    /** Returns how many transactions were committed, after {@link #stop()}. */
    int committed() {
        return lines.stream()
                .filter(line -> line.startsWith("DONE "))
                .mapToInt(line -> Integer.parseInt(line.substring(5)))
                .sum();
    }

    Child go() {
        tell("go");
        return this;
    }

    void stop() {
        tell("stop");
    }

    void release() {
        tell("release");
    }

    private void tell(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
        } catch (IOException e) {
            // It was killed, or has halted: what it was told does not matter any more.
            lines.add("DEAF");
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until a trap has halted it; one that ended in any other way proves nothing. */
    void awaitDeath() {
        awaitEnd();
        if (process.exitValue() != KILLED) {
            throw new AssertionError(plan.name() + " ended with " + process.exitValue() + ": " + lines);
        }
    }

    private void awaitEnd() {
        Wait.until(() -> !process.isAlive(), () -> plan.name() + " lives on: " + plan.trap() + " " + lines);
    }

    /** Ends it at once, as {@code kill -9} does. */
    void kill() {
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    /** Stops it where it stands, so that not even its clocks are looked at. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new AssertionError("Cannot send " + name + " to " + plan.name());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
