package io.synctracker.benchmarks.process;

import io.synctracker.benchmarks.application.ContestantMain;
import io.synctracker.benchmarks.application.Setup;
import io.synctracker.benchmarks.application.Task;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** A process of a contestant. Takes one task at a time. Not thread-safe. */
public final class ContestantProcess implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long PATIENCE_SECONDS = 20;

    private final String name;
    private final Path log;
    private final Process process;
    private final BufferedWriter tasks;
    private final BufferedReader answers;

    /**
     * Starts a process.
     *
     * @param kind what runs in it
     * @param place where it finds its database and writes its log
     * @param jvm options of its JVM
     */
    public ContestantProcess(Kind kind, Place place, List<String> jvm) {
        this.name = kind.name();
        this.log = place.log();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", Classpath.with(kind.libraries()), ContestantMain.class.getName()));
        command.addAll(List.of(kind.contestant(), place.url(), place.user(), place.password()));
        try {
            Files.createDirectories(log.getParent());
            process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tasks = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
        answer("start");
    }

    /**
     * Has a task done, and waits for the answer.
     *
     * @param task which one
     * @param setup how the application is to be set up for it
     * @param numbers what the task needs to know
     * @return its answer
     * @throws IllegalStateException if it failed
     */
    public Map<String, Object> run(String task, Setup setup, Map<String, Integer> numbers) {
        try {
            tasks.write(JSON.writeValueAsString(new Task(task, setup, numbers)));
            tasks.newLine();
            tasks.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer(task);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> answer(String task) {
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(ContestantMain.ANSWER)) {
                    return JSON.readValue(line.substring(ContestantMain.ANSWER.length()), Map.class);
                }
                if (line.startsWith(ContestantMain.FAILURE)) {
                    throw new IllegalStateException(name + " failed at " + task + ", see " + log + ": "
                            + line.substring(ContestantMain.FAILURE.length()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("The process of " + name + " has ended, see " + log);
    }

    /** Returns the process id, for tools that look at it. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        try {
            tasks.close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
