package io.synctracker.benchmarks.contestant;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.synctracker.benchmarks.application.Database;
import io.synctracker.benchmarks.application.Deliveries;
import io.synctracker.benchmarks.application.ItemService;
import io.synctracker.benchmarks.application.ItemState;
import io.synctracker.benchmarks.application.Receiver;
import io.synctracker.benchmarks.application.Recorder.Change;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import tools.jackson.databind.json.JsonMapper;

/** A scheduler, and the tasks that it is given. */
final class DbSchedulerDeliveries implements Deliveries {

    static final Duration POLL = Duration.ofMillis(100);
    static final double LOW = 25;
    static final double HIGH = 100;

    private static final TaskDescriptor<String> DELIVER = TaskDescriptor.of("deliver", String.class);
    private static final String TABLE = "scheduled_tasks";

    private final DataSource dataSource;
    private final Database database;
    private final ItemService items;
    private final Receiver receiver;
    private final int workers;
    private final JsonMapper json;
    private final SchedulerClient client;
    private final AtomicLong sequence = new AtomicLong(System.currentTimeMillis());
    private @Nullable Scheduler scheduler;

    DbSchedulerDeliveries(DataSource dataSource, ItemService items, Receiver receiver, int workers, JsonMapper json) {
        this.dataSource = dataSource;
        this.database = new Database(dataSource);
        this.items = items;
        this.receiver = receiver;
        this.workers = workers;
        this.json = json;
        DbSchedulerTable.create(database);
        client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), task())
                .serializer(new Text())
                .build();
    }

    private OneTimeTask<String> task() {
        return Tasks.oneTime(DELIVER).execute((instance, context) -> {
            String name = instance.getId();
            receiver.receive(name.substring(0, name.indexOf('/')), instance.getData());
        });
    }

    void schedule(Change change, ItemState state) {
        String name = state.id() + "/" + change + "/" + sequence.incrementAndGet();
        client.scheduleIfNotExists(
                DELIVER.instance(name).data(json.writeValueAsString(state)).build(), Instant.now());
    }

    @Override
    public void fill(int count) {
        database.empty(List.of("item", TABLE));
        long first = items.create(1, 1).get(0);
        String name = database.isPostgres() ? "(-n) || '/CREATE'" : "concat(-n, '/CREATE')";
        database.multiply(TABLE, count, Map.of("task_instance", name));
        database.execute("update scheduled_tasks set task_instance = '" + first + "/CREATE' where task_instance like '"
                + first + "/%'");
    }

    @Override
    public void start() {
        SchedulerBuilder builder = Scheduler.create(dataSource, task())
                .serializer(new Text())
                .threads(workers)
                .alwaysPersistTimestampInUTC()
                .pollingInterval(POLL);
        scheduler = (database.isPostgres()
                        ? builder.pollUsingLockAndFetch(LOW, HIGH)
                        : builder.pollUsingFetch(LOW, HIGH)) // it knows no other way here
                .build();
        scheduler.start();
    }

    @Override
    public void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public String pending() {
        return "select count(*) from (select 1 from scheduled_tasks limit 1) as left_over";
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    /** The data is JSON already. */
    private static final class Text implements Serializer {

        @Override
        public byte @Nullable [] serialize(@Nullable Object data) {
            return data == null ? null : data.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
            return data == null ? null : type.cast(new String(data, StandardCharsets.UTF_8));
        }
    }
}
