package io.synctracker.benchmarks.contestant;

import io.synctracker.benchmarks.application.Item;
import io.synctracker.benchmarks.application.Recorder;
import java.lang.reflect.Field;
import java.util.Map;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.core.EventPublicationRegistry;

/** Publishes an event for each change. */
final class ModulithRecorder implements Recorder {

    private final ApplicationEventPublisher events;
    private final ObjectProvider<EventPublicationRegistry> registries;

    ModulithRecorder(ApplicationEventPublisher events, ObjectProvider<EventPublicationRegistry> registries) {
        this.events = events;
        this.registries = registries;
    }

    @Override
    public void changed(Change change, Item item) {
        events.publishEvent(new Modulith.ItemChanged(change, item.toState()));
    }

    /** The registry remembers what it thinks is being delivered, and would keep all of it while deliveries are off. */
    @Override
    public void forget() {
        try {
            EventPublicationRegistry registry = registries.getObject();
            Object target = AopProxyUtils.getSingletonTarget(registry);
            Object underWay = field(target == null ? registry : target, "inProgress");
            ((Map<?, ?>) field(underWay, "publications")).clear();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The registry has changed", e);
        }
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }
}
