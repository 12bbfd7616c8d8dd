package io.synctracker.test;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds {@link SyncTrackerTest} on a test class, its superclasses and the classes around it. */
final class TestKitCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        SyncTrackerTest found = TestContextAnnotationUtils.findMergedAnnotation(testClass, SyncTrackerTest.class);
        return found == null ? null : new TestKitCustomizer(new TreeSet<>(List.of(found.recording())));
    }
}
