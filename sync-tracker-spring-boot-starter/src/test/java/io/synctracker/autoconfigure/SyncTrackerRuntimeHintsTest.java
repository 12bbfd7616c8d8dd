package io.synctracker.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.resource;

import io.synctracker.target.HttpActions;
import io.synctracker.target.HttpAuthentication;
import io.synctracker.target.HttpMessage;
import io.synctracker.target.HttpResponseMapping;
import io.synctracker.target.HttpStatuses;
import io.synctracker.target.HttpTargetOptions;
import io.synctracker.target.Secret;
import io.synctracker.tracking.SyncTrackedEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.beans.factory.aot.AotServices;

class SyncTrackerRuntimeHintsTest {

    private final RuntimeHints hints = new RuntimeHints();

    SyncTrackerRuntimeHintsTest() {
        AotServices.factories()
                .load(RuntimeHintsRegistrar.class)
                .forEach(registrar -> registrar.registerHints(hints, getClass().getClassLoader()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb", "mysql"})
    void the_scripts_of_every_database_are_kept(String vendor) {
        assertThat(resource().forResource("io/synctracker/store/schema/" + vendor + "/V1__tables.sql"))
                .accepts(hints);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                SyncTrackerProperties.class,
                DefaultTracking.class,
                ModelProperties.class,
                RelayProperties.class,
                RetryProperties.class,
                BreakerProperties.class,
                CleanupProperties.class,
                TargetProperties.class,
                TargetRetryProperties.class,
                EncryptionProperties.class,
                SchemaProperties.class,
                HttpTargetOptions.class,
                HttpTargetOptions.Timeouts.class,
                HttpActions.class,
                HttpActions.Action.class,
                HttpAuthentication.class,
                HttpMessage.class,
                HttpResponseMapping.class,
                HttpStatuses.class
            })
    void every_part_of_the_settings_can_be_bound(Class<?> settings) {
        assertThat(reflection().onConstructorInvocation(settings.getDeclaredConstructors()[0]))
                .accepts(hints);
    }

    @Test
    void a_secret_can_be_read_from_text() throws NoSuchMethodException {
        assertThat(reflection().onMethodInvocation(Secret.class.getMethod("of", String.class)))
                .accepts(hints);
    }

    @Test
    void the_mapping_over_our_tables_can_be_used() throws NoSuchFieldException {
        assertThat(reflection().onType(SyncTrackedEntity.class)).accepts(hints);
        assertThat(reflection().onType(SyncTrackedEntity.Key.class)).accepts(hints);
        assertThat(reflection().onFieldAccess(SyncTrackedEntity.class.getDeclaredField("modelName")))
                .accepts(hints);
    }
}
