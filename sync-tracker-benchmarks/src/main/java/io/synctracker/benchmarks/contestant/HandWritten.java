package io.synctracker.benchmarks.contestant;

import io.synctracker.benchmarks.application.Contestant;
import io.synctracker.benchmarks.application.Database;
import io.synctracker.benchmarks.application.Deliveries;
import io.synctracker.benchmarks.application.ItemService;
import io.synctracker.benchmarks.application.Receiver;
import io.synctracker.benchmarks.application.Setup;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The limit of what can be done: one batched insert for each transaction; one claim and one settlement for each batch. It
 * has no order, no retries, no versions and no links.
 */
public final class HandWritten implements Contestant {

    /** Whether delivered rows are deleted rather than kept. */
    public static final String DELETES = "hand-written.deletes";

    private static final int BATCH = 500;

    @Override
    public Class<?> configuration() {
        return Beans.class;
    }

    @Override
    public Map<String, String> settings(Setup setup) {
        return Map.of(
                DELETES,
                setup.options().getOrDefault(DELETES, "false"),
                "hand-written.batch-size",
                Integer.toString(setup.batchSizeOr(BATCH)));
    }

    @Configuration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        HandWrittenCapture handWrittenCapture(DataSource dataSource, EntityManagerFactory factory) {
            Database database = new Database(dataSource);
            HandWrittenTable.create(database);
            return new HandWrittenCapture(factory, database.isPostgres());
        }

        @Bean
        Deliveries handWrittenDeliveries(
                DataSource dataSource, HandWrittenCapture capture, ItemService items, Receiver receiver, Setup setup) {
            boolean deletes = Boolean.parseBoolean(setup.options().get(DELETES));
            return new HandWrittenRelay(
                    dataSource, items, receiver, setup.workers(), setup.batchSizeOr(BATCH), deletes);
        }
    }
}
