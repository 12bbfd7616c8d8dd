package io.synctracker.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Product;
import com.example.shop.ProductRepository;
import com.example.shop.ShopApplication;
import io.synctracker.relay.Relay;
import io.synctracker.tracking.SyncTracker;
import org.junit.jupiter.api.Test;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;

/** What a native image is built from: beans whose definitions are written down as code when the application is built. */
class AheadOfTimeTest {

    private static final TestPropertyValues SETTINGS = TestPropertyValues.of(
            "spring.datasource.generate-unique-name=true",
            "spring.flyway.enabled=false",
            "spring.liquibase.enabled=false",
            "sync-tracker.targets.crm.http.url=http://127.0.0.1:1/products",
            "sync-tracker.relay.enabled=false");

    @Test
    @CompileWithForkedClassLoader
    void an_application_that_was_processed_ahead_of_time_records_changes() {
        TestGenerationContext generated = new TestGenerationContext();
        ClassName initializer = process(generated);
        generated.writeGeneratedContent();
        TestCompiler.forSystem().with(generated).compile(compiled -> {
            try (GenericApplicationContext host = new GenericApplicationContext()) {
                SETTINGS.applyTo(host);
                initializer(compiled.getClassLoader(), initializer).initialize(host);
                host.refresh();
                assertRecords(host);
            }
        });
    }

    private static ClassName process(TestGenerationContext generated) {
        try (AnnotationConfigApplicationContext host = new AnnotationConfigApplicationContext()) {
            SETTINGS.applyTo(host);
            host.register(ShopApplication.class);
            return new ApplicationContextAotGenerator().processAheadOfTime(host, generated);
        }
    }

    @SuppressWarnings("unchecked")
    private static ApplicationContextInitializer<GenericApplicationContext> initializer(
            ClassLoader loader, ClassName name) {
        try {
            return (ApplicationContextInitializer<GenericApplicationContext>) loader.loadClass(name.canonicalName())
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + name, e);
        }
    }

    private static void assertRecords(GenericApplicationContext host) {
        Product tea = host.getBean(ProductRepository.class).save(new Product("Tea"));
        assertThat(host.getBean(Relay.class)).isNotNull();
        assertThat(host.getBean(SyncTracker.class).needsSync(tea, "crm")).isTrue();
        assertThat(host.getBean(io.synctracker.outbox.Outbox.class).stats("crm").pending())
                .isEqualTo(1);
    }
}
