package io.synctracker.test;

import io.synctracker.relay.Targets;
import io.synctracker.target.SyncTarget;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Takes the place of the targets that a test names. */
final class RecordingTargets implements BeanPostProcessor {

    private final Map<String, RecordingTarget> byName = new LinkedHashMap<>();

    RecordingTargets(Collection<String> names) {
        names.forEach(name -> byName.put(name, new RecordingTarget(name)));
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof Targets declared && !byName.isEmpty() ? replacedIn(declared) : bean;
    }

    RecordingTarget get(String name) {
        RecordingTarget target = byName.get(name);
        if (target == null) {
            throw new IllegalArgumentException("No target '" + name + "' is recording; the test names: "
                    + (byName.isEmpty() ? "none" : String.join(", ", byName.keySet()))
                    + ". Name it in @SyncTrackerTest(recording = \"" + name + "\").");
        }
        return target;
    }

    void reset() {
        byName.values().forEach(RecordingTarget::reset);
    }

    private Targets replacedIn(Targets declared) {
        Stream<SyncTarget> kept = declared.names().stream()
                .filter(name -> !byName.containsKey(name))
                .map(name -> declared.find(name).orElseThrow());
        List<SyncTarget> all = Stream.concat(kept, byName.values().stream()).toList();
        return Targets.of(all);
    }
}
