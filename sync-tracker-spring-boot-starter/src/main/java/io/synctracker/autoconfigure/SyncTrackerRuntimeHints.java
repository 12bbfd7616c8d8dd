package io.synctracker.autoconfigure;

import io.synctracker.target.HttpActions;
import io.synctracker.target.HttpAuthentication;
import io.synctracker.target.HttpMessage;
import io.synctracker.target.HttpResponseMapping;
import io.synctracker.target.HttpStatuses;
import io.synctracker.target.HttpTargetOptions;
import io.synctracker.target.Secret;
import io.synctracker.tracking.SyncTrackedEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.boot.context.properties.bind.BindableRuntimeHintsRegistrar;

/** What a native image must keep and could not find by itself. */
final class SyncTrackerRuntimeHints implements RuntimeHintsRegistrar {

    /** The tree's root, and what is named by the values of its maps, or in another module, where the search ends. */
    private static final List<Class<?>> BOUND = List.of(
            SyncTrackerProperties.class,
            ModelProperties.class,
            TargetProperties.class,
            TargetRetryProperties.class,
            HttpTargetOptions.class,
            HttpActions.class,
            HttpAuthentication.class,
            HttpMessage.class,
            HttpResponseMapping.class,
            HttpStatuses.class);

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources().registerPattern("io/synctracker/store/schema/*/*.sql");
        BindableRuntimeHintsRegistrar.forTypes(BOUND).registerHints(hints);
        hints.reflection().registerType(Secret.class, MemberCategory.INVOKE_PUBLIC_METHODS);
        hints.reflection()
                .registerType(
                        SyncTrackedEntity.class,
                        MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
                        MemberCategory.INVOKE_DECLARED_METHODS,
                        MemberCategory.ACCESS_DECLARED_FIELDS)
                .registerType(
                        SyncTrackedEntity.Key.class,
                        MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
                        MemberCategory.INVOKE_DECLARED_METHODS,
                        MemberCategory.ACCESS_DECLARED_FIELDS);
    }
}
