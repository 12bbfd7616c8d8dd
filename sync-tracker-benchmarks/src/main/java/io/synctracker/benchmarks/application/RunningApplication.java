package io.synctracker.benchmarks.application;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** The application of this process, started again when it is to be set up otherwise: the JVM stays warm. */
final class RunningApplication {

    private final Contestant contestant;
    private final Map<String, String> database;
    private @Nullable Setup setup;
    private @Nullable ConfigurableApplicationContext context;

    RunningApplication(Contestant contestant, Map<String, String> database) {
        this.contestant = contestant;
        this.database = database;
    }

    /** Makes sure that the application runs with this set-up. */
    void use(Setup wanted) {
        if (!wanted.equals(setup)) {
            stop();
            context = start(wanted);
            setup = wanted;
        }
    }

    private ConfigurableApplicationContext start(Setup wanted) {
        SpringApplication application = new SpringApplication(BenchmarkApplication.class, contestant.configuration());
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(new HashMap<>(settings(wanted)));
        application.addInitializers(made -> made.getBeanFactory().registerSingleton("setup", wanted));
        return application.run();
    }

    /** Returns all settings of the application, as they are for a set-up. */
    Map<String, String> settings(Setup wanted) {
        Map<String, String> settings = new HashMap<>(database);
        settings.put("benchmarks.pool", Integer.toString(4 + 2 * wanted.workers()));
        settings.put("benchmarks.receiver", wanted.receiver());
        settings.put("benchmarks.counting", Boolean.toString(wanted.counting()));
        settings.put("logging.level.root", "WARN");
        settings.put("spring.jpa.open-in-view", "false");
        settings.put("spring.jpa.hibernate.ddl-auto", "update");
        settings.put("spring.jpa.properties.hibernate.jdbc.batch_size", "50");
        settings.put("spring.jpa.properties.hibernate.order_inserts", "true");
        settings.put("spring.jpa.properties.hibernate.order_updates", "true");
        settings.putAll(contestant.settings(wanted));
        return settings;
    }

    /** Returns the contestant's settings, and the versions of what is measured, as far as their jars tell. */
    Map<String, Object> description() {
        Map<String, String> settings = new TreeMap<>(contestant.settings(setup()));
        return Map.of("settings", settings, "libraries", Libraries.versions());
    }

    /** Stops it; may be called when it is stopped. */
    void stop() {
        if (context != null) {
            context.close();
            context = null;
            setup = null;
        }
    }

    Setup setup() {
        if (setup == null) {
            throw new IllegalStateException("The application is not set up");
        }
        return setup;
    }

    <T> T bean(Class<T> type) {
        if (context == null) {
            throw new IllegalStateException("The application is not set up");
        }
        return context.getBean(type);
    }

    Database database() {
        return new Database(bean(DataSource.class));
    }
}
