package io.synctracker.job;

import io.synctracker.model.KeyRing;
import io.synctracker.store.Dialect;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Where runs are kept.
 *
 * @param dataSource the database
 * @param transactionManager the application's transactions on it, which enqueuing joins
 * @param dialect its dialect
 * @param keys what sensitive values of a payload are encrypted with
 */
public record JobStore(
        DataSource dataSource, PlatformTransactionManager transactionManager, Dialect dialect, KeyRing keys) {}
