package io.synctracker.autoconfigure;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.core.Ordered;

/** Puts our tables after the host's migrations: a host's Flyway refuses a database that is not empty. */
final class SyncTrackerSchemaDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    /** After the host's Liquibase (0), Flyway (1) and {@code schema.sql} (100 before the end). */
    private static final int AFTER_THE_HOST = Ordered.LOWEST_PRECEDENCE - 50;

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(SyncTrackerSchemaInitializer.class);
    }

    @Override
    public int getOrder() {
        return AFTER_THE_HOST;
    }
}
