package io.synctracker.autoconfigure;

import io.synctracker.capture.BulkDetector;
import io.synctracker.capture.ChangeCapture;
import io.synctracker.model.EntityModels;
import java.util.Map;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.util.ClassUtils;

/**
 * Hands the capture to Hibernate before the entity manager factory of our data source is built; other factories stay as
 * they are. Looks everything up late, since a post-processor exists before all other beans.
 */
final class CaptureInstaller implements BeanPostProcessor {

    private final ListableBeanFactory beans;
    private volatile @Nullable String installedIn;

    CaptureInstaller(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof LocalContainerEntityManagerFactoryBean factory
                && beans.getBean(SyncTrackerDatabase.class).isReachedBy(factory.getDataSource())) {
            install(factory, beanName);
        }
        return bean;
    }

    /**
     * Returns the name of the entity manager factory that has the capture.
     *
     * @return {@code null} if no factory that exists so far is ours
     */
    @Nullable
    String installedIn() {
        return installedIn;
    }

    private void install(LocalContainerEntityManagerFactoryBean factory, String beanName) {
        if (installedIn != null) {
            throw new InvalidSettingsException(
                    "The entity manager factories " + installedIn + " and " + beanName + " use the same data source,"
                            + " so that sync-tracker cannot know which one maps the tracked entities.",
                    "Give the other one a data source of its own, which may lead to the same database.");
        }
        installedIn = beanName;
        Map<String, Object> properties = factory.getJpaPropertyMap();
        properties.put(ChangeCapture.SETTING, beans.getBean(ChangeCapture.class));
        BulkDetection detection = beans.getBean(SyncTrackerProperties.class).bulkDetection();
        if (detection != BulkDetection.OFF) {
            properties.compute(JdbcSettings.STATEMENT_INSPECTOR, (key, host) -> detector(detection, host));
        }
    }

    private BulkDetector detector(BulkDetection detection, @Nullable Object host) {
        EntityModels models = beans.getBean(EntityModels.class);
        return new BulkDetector(models, detection == BulkDetection.FAIL, inspector(host));
    }

    /** Takes the host's own inspector in each of the forms that Hibernate takes. */
    private static @Nullable StatementInspector inspector(@Nullable Object host) {
        if (host == null || host instanceof StatementInspector) {
            return (StatementInspector) host;
        }
        Class<?> type = host instanceof Class<?> named
                ? named
                : ClassUtils.resolveClassName(host.toString(), ClassUtils.getDefaultClassLoader());
        return (StatementInspector) BeanUtils.instantiateClass(type);
    }
}
