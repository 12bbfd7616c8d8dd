package io.synctracker.benchmarks.application;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all contestants share: the same pool, the same service, the same receiver. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BenchmarkApplication {

    private static final int IDLE_CONNECTIONS = 2;
    private static final long IDLE_MILLIS = 10_000;

    @Bean
    DataSource dataSource(
            DataSourceProperties properties,
            @Value("${benchmarks.pool}") int pool,
            @Value("${benchmarks.counting}") boolean counting) {
        HikariDataSource source = properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        source.setMaximumPoolSize(pool);
        // Many applications share one server: those that rest give their connections back.
        source.setMinimumIdle(IDLE_CONNECTIONS);
        source.setIdleTimeout(IDLE_MILLIS);
        return counting ? new StatementCounter(source) : source;
    }

    @Bean
    ItemService itemService(EntityManager entities, ObjectProvider<Recorder> recorder) {
        return new ItemService(entities, recorder.getIfAvailable(() -> Recorder.NONE));
    }

    @Bean
    Receiver receiver(@Value("${benchmarks.receiver}") String url) {
        return new Receiver(url);
    }
}
