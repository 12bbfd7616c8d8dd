package io.synctracker.benchmarks.contestant;

import com.gruelbox.transactionoutbox.Dialect;
import com.gruelbox.transactionoutbox.Persistor;
import com.gruelbox.transactionoutbox.SpringInstantiator;
import com.gruelbox.transactionoutbox.SpringTransactionManager;
import com.gruelbox.transactionoutbox.Submitter;
import com.gruelbox.transactionoutbox.TransactionOutbox;
import io.synctracker.benchmarks.application.Contestant;
import io.synctracker.benchmarks.application.Database;
import io.synctracker.benchmarks.application.Deliveries;
import io.synctracker.benchmarks.application.ItemService;
import io.synctracker.benchmarks.application.Receiver;
import io.synctracker.benchmarks.application.Recorder;
import io.synctracker.benchmarks.application.Setup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.json.JsonMapper;

/** transaction-outbox of gruelbox, with a loop that flushes, as its README has it, and large flushes. */
public final class TransactionOutboxContestant implements Contestant {

    private static final int BATCH = 4096;

    @Override
    public Class<?> configuration() {
        return Beans.class;
    }

    @Override
    public Map<String, String> settings(Setup setup) {
        return Map.of(
                "transaction-outbox.flush-batch-size", Integer.toString(setup.batchSizeOr(BATCH)),
                "transaction-outbox.workers", Integer.toString(setup.workers()));
    }

    @Configuration(proxyBeanMethods = false)
    @Import({SpringTransactionManager.class, SpringInstantiator.class})
    static class Beans {

        @Bean
        Workers workers(Setup setup) {
            return new Workers(setup.workers(), 4 * BATCH);
        }

        @Bean
        @Lazy
        TransactionOutbox transactionOutbox(
                SpringTransactionManager transactions,
                SpringInstantiator beans,
                DataSource dataSource,
                Workers workers,
                Setup setup) {
            Dialect dialect = new Database(dataSource).isPostgres() ? Dialect.POSTGRESQL_9 : Dialect.MY_SQL_8;
            return TransactionOutbox.builder()
                    .instantiator(beans)
                    .transactionManager(transactions)
                    .persistor(Persistor.forDialect(dialect))
                    .submitter(Submitter.withExecutor(workers))
                    .flushBatchSize(setup.batchSizeOr(BATCH))
                    .attemptFrequency(Duration.ofMinutes(15))
                    .build();
        }

        @Bean
        Caller caller(Receiver receiver) {
            return new Caller(receiver);
        }

        @Bean
        Recorder transactionOutboxRecorder(@Lazy TransactionOutbox outbox, JsonMapper json) {
            return (change, item) -> outbox.schedule(Caller.class)
                    .call(change.name(), item.id(), json.writeValueAsString(item.toState()));
        }

        @Bean
        Deliveries transactionOutboxDeliveries(
                DataSource dataSource, ItemService items, @Lazy TransactionOutbox outbox, Workers workers) {
            return new TransactionOutboxDeliveries(new Database(dataSource), items, outbox, workers);
        }
    }

    /** What is scheduled to be called. */
    public static class Caller {

        private final Receiver receiver;

        Caller(Receiver receiver) {
            this.receiver = receiver;
        }

        /**
         * Delivers.
         *
         * @param change what happened
         * @param id to which item
         * @param state what it holds
         */
        public void call(String change, Long id, String state) {
            receiver.receive(id.toString(), state);
        }
    }

    private static final class TransactionOutboxDeliveries implements Deliveries {

        private static final String TABLE = "txno_outbox";
        private static final int LOW = 1024;

        private final Database database;
        private final ItemService items;
        private final Workers workers;
        private final Loop loop;

        TransactionOutboxDeliveries(Database database, ItemService items, TransactionOutbox outbox, Workers workers) {
            this.database = database;
            this.items = items;
            this.workers = workers;
            this.loop = new Loop(() -> {
                if (workers.waiting() > LOW) {
                    return 1;
                }
                return outbox.flush() ? 0 : 20;
            });
        }

        @Override
        public void fill(int count) {
            items.create(1, 1); // has the tables made
            String table = database.spelled(TABLE).orElse(TABLE);
            database.empty(List.of("item", table));
            items.create(1, 1);
            database.multiply(table, count, Map.of("id", database.isPostgres() ? "gen_random_uuid()::text" : "uuid()"));
            database.execute("update " + table + " set nextattempttime = now() - interval '1' day");
        }

        @Override
        public void start() {
            workers.start();
            loop.start();
        }

        @Override
        public void stop() {
            loop.stop();
            try {
                workers.stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public String pending() {
            return "select count(*) from (select 1 from "
                    + database.spelled(TABLE).orElse(TABLE) + " limit 1) as left_over";
        }

        @Override
        public List<String> tables() {
            return List.of(TABLE);
        }
    }
}
