package io.synctracker.benchmarks.application;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time: of this thread, of this process, and of the database where it runs on the same Linux machine. */
final class Cpu {

    private static final long NANOS_OF_TICK = 10_000_000;
    private static final Path PROCESSES = Path.of("/proc");

    private final long server;

    /**
     * Finds the server by one of its processes.
     *
     * @param database whose server to look at
     */
    Cpu(Database database) {
        long backend = database.isPostgres() ? database.number("select pg_backend_pid()") : 0;
        String[] fields = backend == 0 ? null : fields(PROCESSES.resolve(Long.toString(backend)));
        String name = backend == 0 ? "" : name(PROCESSES.resolve(Long.toString(backend)));
        server = fields == null || !name.startsWith("postgres") ? 0 : Long.parseLong(fields[1]);
    }

    long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    long processNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Returns what the server and all its processes have used, also those that have ended; 0 where nobody can say. */
    long serverNanos() {
        if (server == 0) {
            return 0;
        }
        long ticks = 0;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                ticks += ticks(process);
            }
        } catch (IOException unreadable) {
            return 0;
        }
        return ticks * NANOS_OF_TICK;
    }

    private long ticks(Path process) {
        String[] fields = fields(process);
        if (fields == null) {
            return 0;
        }
        long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        if (process.endsWith(Long.toString(server))) {
            return own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        }
        return Long.parseLong(fields[1]) == server ? own : 0;
    }

    private static String name(Path process) {
        try {
            return Files.readString(process.resolve("comm"));
        } catch (IOException gone) {
            return "";
        }
    }

    private static String[] fields(Path process) {
        try {
            String line = Files.readString(process.resolve("stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            return null;
        }
    }
}
