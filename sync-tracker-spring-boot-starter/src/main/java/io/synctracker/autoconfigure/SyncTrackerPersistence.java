package io.synctracker.autoconfigure;

import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Where the tracked entities are mapped, and their transactions.
 *
 * @param entityManagerFactory the factory that has the capture
 * @param transactionManager its transactions, the host's own where there are
 */
record SyncTrackerPersistence(
        EntityManagerFactory entityManagerFactory, PlatformTransactionManager transactionManager) {

    /**
     * Finds both.
     *
     * @throws InvalidSettingsException if no factory uses our data source
     */
    static SyncTrackerPersistence of(
            CaptureInstaller installer,
            ListableBeanFactory beans,
            ObjectProvider<PlatformTransactionManager> transactionManagers) {
        Map<String, EntityManagerFactory> all = beans.getBeansOfType(EntityManagerFactory.class);
        String name = installer.installedIn();
        EntityManagerFactory ours = name == null ? null : all.get(name);
        if (ours == null) {
            throw new InvalidSettingsException(
                    "No entity manager factory uses the data source that sync-tracker was given; there are: "
                            + String.join(", ", all.keySet()) + ".",
                    "Mark the data source of the tracked entities with @SyncTrackerDataSource.");
        }
        return new SyncTrackerPersistence(ours, transactionsOf(ours, transactionManagers));
    }

    private static PlatformTransactionManager transactionsOf(
            EntityManagerFactory factory, ObjectProvider<PlatformTransactionManager> all) {
        return all.stream()
                .filter(manager ->
                        manager instanceof JpaTransactionManager jpa && jpa.getEntityManagerFactory() == factory)
                .findFirst()
                .orElseGet(() -> all.getIfUnique(() -> new JpaTransactionManager(factory)));
    }
}
