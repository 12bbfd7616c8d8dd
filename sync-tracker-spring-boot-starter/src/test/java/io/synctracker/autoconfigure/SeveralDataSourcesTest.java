package io.synctracker.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Product;
import io.synctracker.testing.Host;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SeveralDataSourcesTest {

    @Test
    void the_primary_one_is_taken() {
        try (ConfigurableApplicationContext host =
                Host.empty().with(TwoFactories.class, FirstIsPrimary.class).start()) {
            assertThat(has(host, "first", "sync_logs")).isTrue();
            assertThat(has(host, "second", "sync_logs")).isFalse();
        }
    }

    @Test
    void the_marked_one_is_taken_though_another_is_primary() {
        try (ConfigurableApplicationContext host = Host.empty()
                .with(TwoFactories.class, FirstIsPrimaryAndSecondMarked.class)
                .start()) {
            assertThat(has(host, "first", "sync_logs")).isFalse();
            assertThat(has(host, "second", "sync_logs")).isTrue();
        }
    }

    @Test
    void only_entities_of_the_chosen_one_are_captured() {
        try (ConfigurableApplicationContext host = Host.empty()
                .with(TwoFactories.class, FirstIsPrimaryAndSecondMarked.class)
                .start()) {
            persist(host, "firstFactory");
            persist(host, "secondFactory");
            assertThat(new JdbcTemplate(host.getBean("second", DataSource.class))
                            .queryForObject("select count(*) from sync_tracked_entities", Long.class))
                    .isEqualTo(1);
        }
    }

    @Test
    void two_without_a_choice_are_explained() {
        Explanation why = Explanation.of(() ->
                Host.empty().with(TwoFactories.class, NoChoice.class).start().close());
        assertThat(why.description()).contains("several data sources and none is primary", "first", "second");
        assertThat(why.action()).contains("@SyncTrackerDataSource", "@Primary");
    }

    @Test
    void two_factories_on_the_chosen_one_are_explained() {
        Explanation why = Explanation.of(
                () -> Host.shop().with(SecondFactoryOnTheSame.class).start().close());
        assertThat(why.description()).contains("use the same data source");
    }

    private static boolean has(ConfigurableApplicationContext host, String dataSource, String table) {
        List<String> tables = new JdbcTemplate(host.getBean(dataSource, DataSource.class))
                .queryForList("select lower(table_name) from information_schema.tables", String.class);
        return tables.contains(table);
    }

    private static void persist(ConfigurableApplicationContext host, String factory) {
        PlatformTransactionManager transactions =
                new JpaTransactionManager(host.getBean(factory, EntityManagerFactory.class));
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> EntityManagerFactoryUtils.getTransactionalEntityManager(
                                host.getBean(factory, EntityManagerFactory.class))
                        .persist(new Product("p")));
    }

    private static DataSource fresh() {
        return DataSourceBuilder.create()
                .url("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
                .build();
    }

    private static LocalContainerEntityManagerFactoryBean factory(DataSource dataSource) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(dataSource);
        factory.setPackagesToScan(Product.class.getPackageName());
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.getJpaPropertyMap().put("hibernate.hbm2ddl.auto", "create");
        return factory;
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoFactories {
        @Bean
        @Primary
        LocalContainerEntityManagerFactoryBean firstFactory(@Qualifier("first") DataSource first) {
            return factory(first);
        }

        @Bean
        LocalContainerEntityManagerFactoryBean secondFactory(@Qualifier("second") DataSource second) {
            return factory(second);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class FirstIsPrimary {
        @Bean
        @Primary
        DataSource first() {
            return fresh();
        }

        @Bean
        DataSource second() {
            return fresh();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class FirstIsPrimaryAndSecondMarked {
        @Bean
        @Primary
        DataSource first() {
            return fresh();
        }

        @Bean(defaultCandidate = false)
        @Qualifier("second")
        @SyncTrackerDataSource
        DataSource second() {
            return fresh();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class NoChoice {
        @Bean
        DataSource first() {
            return fresh();
        }

        @Bean
        DataSource second() {
            return fresh();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class SecondFactoryOnTheSame {
        @Bean
        @Primary
        LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
            return factory(dataSource);
        }

        @Bean
        LocalContainerEntityManagerFactoryBean another(DataSource dataSource) {
            return factory(dataSource);
        }
    }
}
