package io.synctracker.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Product;
import io.synctracker.relay.Relay;
import io.synctracker.tracking.SyncTracker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

class BackingOffTest {

    private final ApplicationContextRunner bare =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ours()));

    private final ApplicationContextRunner host = bare.withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    TransactionAutoConfiguration.class,
                    HibernateJpaAutoConfiguration.class))
            .withUserConfiguration(Entities.class)
            .withPropertyValues("spring.datasource.generate-unique-name=true");

    @Test
    void it_is_there_where_entities_are_mapped() {
        host.run(context -> assertThat(context).hasSingleBean(SyncTracker.class).hasSingleBean(Relay.class));
    }

    @Test
    void it_is_not_there_when_it_is_switched_off() {
        host.withPropertyValues("sync-tracker.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(SyncTracker.class));
    }

    @Test
    void it_is_not_there_where_no_entities_are_mapped() {
        bare.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(SyncTracker.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.boot.micrometer.metrics",
                "org.springframework.boot.micrometer.observation",
                "io.micrometer.core",
                "io.micrometer.tracing",
                "jakarta.servlet",
                "org.springframework.web"
            })
    void it_is_there_without(String missingPackage) {
        host.withClassLoader(new FilteredClassLoader(missingPackage))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(SyncTracker.class));
    }

    @Test
    void a_relay_of_the_hosts_own_takes_the_place_of_ours() {
        host.withUserConfiguration(OwnRelay.class)
                .run(context -> assertThat(context).getBean(Relay.class).isInstanceOf(IdleRelay.class));
    }

    @Test
    void the_relay_runs_where_it_is_enabled() {
        host.run(context -> assertThat(context.getBean(Relay.class).isRunning()).isTrue());
    }

    @Test
    void the_relay_does_not_run_where_it_is_disabled() {
        host.withPropertyValues("sync-tracker.relay.enabled=false")
                .run(context ->
                        assertThat(context.getBean(Relay.class).isRunning()).isFalse());
    }

    private static Class<?>[] ours() {
        return ImportCandidates.load(AutoConfiguration.class, BackingOffTest.class.getClassLoader())
                .getCandidates()
                .stream()
                .filter(name -> name.startsWith("io.synctracker."))
                .map(name -> ClassUtils.resolveClassName(name, BackingOffTest.class.getClassLoader()))
                .toArray(Class[]::new);
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackageClasses = Product.class)
    static class Entities {}

    @Configuration(proxyBeanMethods = false)
    static class OwnRelay {
        @Bean
        Relay relay() {
            return new IdleRelay();
        }
    }
}
