package io.synctracker.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;

/** Decides who decides: the application's own bean, Spring Security, or nobody. */
final class AccessConfiguration {

    private static final String SECURITY = "org.springframework.security.core.context.SecurityContextHolder";

    private AccessConfiguration() {}

    /** The host has Spring Security. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SecurityContextHolder.class)
    @ConditionalOnMissingBean(SyncTrackerAccess.class)
    static class Secured {

        @Bean
        SyncTrackerAccess syncTrackerAccess(WebProperties properties) {
            return new AuthorityAccess(properties.authorities());
        }
    }

    /** The host has none, and wants it so. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingClass(SECURITY)
    @ConditionalOnMissingBean(SyncTrackerAccess.class)
    @ConditionalOnBooleanProperty("sync-tracker.web.allow-anonymous")
    static class Open {

        @Bean
        SyncTrackerAccess syncTrackerAccess() {
            return new OpenAccess();
        }
    }

    /** The host has none, and has not said that it wants it so. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingClass(SECURITY)
    @ConditionalOnMissingBean(SyncTrackerAccess.class)
    @ConditionalOnBooleanProperty(name = "sync-tracker.web.allow-anonymous", havingValue = false, matchIfMissing = true)
    static class Closed {

        private static final Logger LOGGER = LoggerFactory.getLogger(AccessConfiguration.class);

        Closed() {
            LOGGER.warn(
                    "The REST API of sync-tracker stays off, for nobody would protect it. Add Spring Security, declare a"
                            + " SyncTrackerAccess bean, or let everybody in with sync-tracker.web.allow-anonymous=true;"
                            + " sync-tracker.web.enabled=false keeps it off without this message.");
        }
    }
}
