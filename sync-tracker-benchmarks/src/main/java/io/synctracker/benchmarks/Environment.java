package io.synctracker.benchmarks;

import io.synctracker.benchmarks.application.Database;
import io.synctracker.testdatabases.TestDatabase;
import io.synctracker.testdatabases.Vendor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** On what is measured. */
final class Environment {

    private static final double GIGABYTE = 1 << 30;

    private static final Map<Vendor, List<String>> SETTINGS = Map.of(
            Vendor.POSTGRESQL,
            List.of(
                    "synchronous_commit",
                    "fsync",
                    "full_page_writes",
                    "shared_buffers",
                    "work_mem",
                    "wal_level",
                    "max_wal_size",
                    "autovacuum",
                    "autovacuum_naptime",
                    "default_transaction_isolation"),
            Vendor.MARIADB,
            List.of(
                    "innodb_flush_log_at_trx_commit",
                    "sync_binlog",
                    "innodb_buffer_pool_size",
                    "innodb_doublewrite",
                    "log_bin",
                    "tx_isolation"));

    private Environment() {}

    static Map<String, Object> describe(Options options) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("date", LocalDate.now().toString());
        description.put("processor", processor());
        description.put("cores", Runtime.getRuntime().availableProcessors());
        description.put("memoryGigabytes", Math.round(memory() / GIGABYTE));
        // What others do on the machine is measured along: a run that begins at much more than 0 is not worth keeping.
        description.put(
                "loadBefore", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        description.put("note", System.getProperty("benchmarks.note", ""));
        description.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        description.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        try (TestDatabase test = TestDatabase.of(options.vendor())) {
            Database database = new Database(test.dataSource());
            description.put(
                    "database",
                    database.isPostgres()
                            ? "PostgreSQL "
                                    + database.texts("show server_version").get(0)
                            : "MariaDB " + database.texts("select version()").get(0));
            Map<String, String> settings = new LinkedHashMap<>();
            for (String name : SETTINGS.get(options.vendor())) {
                settings.put(
                        name,
                        database.texts(database.isPostgres() ? "show " + name : "select @@" + name)
                                .get(0));
            }
            description.put("server", settings);
        }
        return description;
    }

    private static long memory() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException unreadable) {
            return "unknown";
        }
    }
}
