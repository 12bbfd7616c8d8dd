package io.synctracker.benchmarks.contestant;

import io.synctracker.benchmarks.application.Contestant;
import io.synctracker.benchmarks.application.ItemService;
import io.synctracker.benchmarks.application.Receiver;
import io.synctracker.benchmarks.application.Recorder;
import io.synctracker.benchmarks.application.Setup;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.json.JsonMapper;

/** One-time tasks of db-scheduler: no outbox, but the delivering half of one. It fetches by lock-and-fetch, deeply. */
public final class DbScheduler implements Contestant {

    @Override
    public Class<?> configuration() {
        return Beans.class;
    }

    @Override
    public Map<String, String> settings(Setup setup) {
        return Map.of(
                "db-scheduler.threads", Integer.toString(setup.workers()),
                "db-scheduler.polling-interval", DbSchedulerDeliveries.POLL.toString(),
                "db-scheduler.fetch",
                        DbSchedulerDeliveries.LOW + " to " + DbSchedulerDeliveries.HIGH + " times the threads");
    }

    @Configuration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        DbSchedulerDeliveries dbSchedulerDeliveries(
                DataSource dataSource, @Lazy ItemService items, Receiver receiver, Setup setup, JsonMapper json) {
            return new DbSchedulerDeliveries(dataSource, items, receiver, setup.workers(), json);
        }

        @Bean
        Recorder dbSchedulerRecorder(DbSchedulerDeliveries deliveries) {
            return (change, item) -> deliveries.schedule(change, item.toState());
        }
    }
}
