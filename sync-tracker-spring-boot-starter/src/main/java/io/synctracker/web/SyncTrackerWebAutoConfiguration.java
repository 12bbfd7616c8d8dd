package io.synctracker.web;

import io.synctracker.autoconfigure.SyncTrackerAutoConfiguration;
import io.synctracker.outbox.Outbox;
import io.synctracker.tracking.TrackerParts;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Offers the REST API in every application with Spring MVC in which somebody decides who may use it. */
@AutoConfiguration(
        after = SyncTrackerAutoConfiguration.class,
        afterName = "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration")
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, WebMvcConfigurer.class})
@ConditionalOnBooleanProperty(
        name = {"sync-tracker.enabled", "sync-tracker.web.enabled"},
        matchIfMissing = true)
@ConditionalOnBean({Outbox.class, TrackerParts.class})
@EnableConfigurationProperties(WebProperties.class)
@Import({
    AccessConfiguration.Secured.class,
    AccessConfiguration.Open.class,
    AccessConfiguration.Closed.class,
    ApiConfiguration.class
})
@ImportRuntimeHints(WebRuntimeHints.class)
public final class SyncTrackerWebAutoConfiguration {

    SyncTrackerWebAutoConfiguration() {}
}
