package io.synctracker.autoconfigure;

import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the database and makes the tables. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    SyncTrackerDatabase syncTrackerDatabase(
            @SyncTrackerDataSource ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> all,
            ListableBeanFactory beans,
            SyncTrackerProperties properties) {
        return SyncTrackerDatabase.of(SyncTrackerDatabase.choose(marked, all, beans), properties.tables());
    }

    @Bean
    SyncTrackerSchemaInitializer syncTrackerSchemaInitializer(
            SyncTrackerDatabase database, SyncTrackerProperties properties) {
        return new SyncTrackerSchemaInitializer(database, properties.schema());
    }
}
