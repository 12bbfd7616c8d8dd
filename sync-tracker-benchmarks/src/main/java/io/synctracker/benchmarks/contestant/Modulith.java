package io.synctracker.benchmarks.contestant;

import io.synctracker.benchmarks.application.Contestant;
import io.synctracker.benchmarks.application.Database;
import io.synctracker.benchmarks.application.Deliveries;
import io.synctracker.benchmarks.application.ItemService;
import io.synctracker.benchmarks.application.ItemState;
import io.synctracker.benchmarks.application.Receiver;
import io.synctracker.benchmarks.application.Recorder;
import io.synctracker.benchmarks.application.Setup;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.scheduling.annotation.EnableAsync;

/**
 * The event publication registry of Spring Modulith. The application publishes an event for each change; what has failed
 * is submitted again in batches.
 */
public final class Modulith implements Contestant {

    /** What happens to completed publications: {@code update} or {@code delete}. */
    public static final String COMPLETION = "spring.modulith.events.completion-mode";

    @Override
    public Class<?> configuration() {
        return Beans.class;
    }

    @Override
    public Map<String, String> settings(Setup setup) {
        Map<String, String> settings = new HashMap<>();
        settings.put("spring.modulith.events.jdbc.schema-initialization.enabled", "true");
        settings.put(COMPLETION, "update");
        settings.putAll(setup.options());
        return settings;
    }

    /** A change of an item. */
    public record ItemChanged(Recorder.Change change, ItemState item) {}

    @Configuration(proxyBeanMethods = false)
    @EnableAsync
    static class Beans {

        @Bean
        Workers workers(Setup setup) {
            return new Workers(setup.workers(), Integer.MAX_VALUE);
        }

        @Bean
        AsyncTaskExecutor applicationTaskExecutor(Workers workers) {
            return new TaskExecutorAdapter(workers);
        }

        @Bean
        Listener listener(Receiver receiver) {
            return new Listener(receiver);
        }

        @Bean
        Recorder modulithRecorder(
                ApplicationEventPublisher events, ObjectProvider<EventPublicationRegistry> registries) {
            return new ModulithRecorder(events, registries);
        }

        @Bean
        Deliveries modulithDeliveries(
                DataSource dataSource,
                ItemService items,
                FailedEventPublications failed,
                Workers workers,
                Setup setup) {
            return new ModulithDeliveries(
                    new Database(dataSource), items, failed, workers, setup.batchSizeOr(ModulithDeliveries.BATCH));
        }
    }

    static class Listener {

        private final Receiver receiver;

        Listener(Receiver receiver) {
            this.receiver = receiver;
        }

        @ApplicationModuleListener
        public void on(ItemChanged event) {
            receiver.receive(event.item().id().toString(), event);
        }
    }
}
