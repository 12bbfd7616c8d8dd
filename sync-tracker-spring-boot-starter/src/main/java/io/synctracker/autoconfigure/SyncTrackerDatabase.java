package io.synctracker.autoconfigure;

import io.synctracker.store.Dialect;
import io.synctracker.store.TableNames;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The database that holds the tracked entities and the library's tables, as a bean for modules that build on the
 * starter. Immutable.
 *
 * @param dataSource leads there
 * @param dialect its dialect
 */
public record SyncTrackerDatabase(DataSource dataSource, Dialect dialect) {

    static SyncTrackerDatabase of(DataSource dataSource, TableNames tables) {
        return new SyncTrackerDatabase(dataSource, Dialect.of(dataSource, tables));
    }

    /**
     * Chooses the data source: the marked one, else the only or primary one.
     *
     * @throws InvalidSettingsException if there are several and nothing says which
     */
    static DataSource choose(
            ObjectProvider<DataSource> marked, ObjectProvider<DataSource> all, ListableBeanFactory beans) {
        DataSource chosen = marked.getIfAvailable(all::getIfUnique);
        if (chosen == null) {
            String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, DataSource.class);
            throw new InvalidSettingsException(
                    "There are several data sources and none is primary: " + String.join(", ", names) + ".",
                    "Mark the one that holds the tracked entities with @SyncTrackerDataSource, or make it @Primary.");
        }
        return chosen;
    }

    /** Returns whether a data source is this one, whatever either is wrapped in. */
    boolean isReachedBy(@Nullable DataSource other) {
        return other != null && innermost(other) == innermost(dataSource);
    }

    private static DataSource innermost(DataSource dataSource) {
        DataSource inner = dataSource;
        while (inner instanceof DelegatingDataSource outer && outer.getTargetDataSource() != null) {
            inner = outer.getTargetDataSource();
        }
        return inner;
    }
}
