package io.synctracker.test;

import io.synctracker.autoconfigure.SyncTrackerDatabase;
import io.synctracker.job.SyncJobs;
import io.synctracker.outbox.Outbox;
import io.synctracker.relay.Relay;
import io.synctracker.tracking.SyncTracker;
import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Puts the test kit into an application. A record, so that tests which name the same targets share one application.
 *
 * @param recording the names of the targets to replace
 */
record TestKitCustomizer(Set<String> recording) implements ContextCustomizer {

    /** A wait of an hour stands for "when the test says so". */
    private static final TestPropertyValues SETTINGS = TestPropertyValues.of(
            "sync-tracker.relay.enabled=false",
            "sync-tracker.cleanup.enabled=false",
            "sync-tracker.bulk-detection=fail",
            "sync-tracker.retry.initial-interval=1h",
            "sync-tracker.retry.max-interval=1h",
            "sync-tracker.breaker.failures=1000000");

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
        SETTINGS.applyTo(context);
        BeanDefinitionRegistry beans = (BeanDefinitionRegistry) context.getBeanFactory();
        RecordingTargets targets = new RecordingTargets(recording);
        context.getBeanFactory().addBeanPostProcessor(targets);
        beans.registerBeanDefinition(
                "syncTrackerTestKit",
                new RootBeanDefinition(SyncTrackerTestKit.class, () -> kit(context.getBeanFactory(), targets)));
    }

    private static SyncTrackerTestKit kit(ConfigurableListableBeanFactory beans, RecordingTargets targets) {
        return new SyncTrackerTestKit(
                beans.getBean(Relay.class),
                beans.getBean(Outbox.class),
                beans.getBean(SyncTracker.class),
                beans.getBean(SyncJobs.class),
                beans.getBean(SyncTrackerDatabase.class),
                targets);
    }
}
