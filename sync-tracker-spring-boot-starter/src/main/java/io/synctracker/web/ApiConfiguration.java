package io.synctracker.web;

import io.synctracker.connector.Connections;
import io.synctracker.connector.SetAsides;
import io.synctracker.job.SyncJobs;
import io.synctracker.model.TrackedModels;
import io.synctracker.operate.Retention;
import io.synctracker.outbox.Outbox;
import io.synctracker.schedule.Schedules;
import io.synctracker.tracking.TrackerParts;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The parts of the API. What needs runs, connections or schedules is there where they are. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(SyncTrackerAccess.class)
class ApiConfiguration {

    @Bean
    WebParts syncTrackerWebParts(
            WebProperties properties, SyncTrackerAccess access, TrackerParts tracker, ObjectProvider<Clock> clocks) {
        Clock clock = clocks.getIfUnique(Clock::systemUTC);
        return new WebParts(
                new Json(properties.maxBodyBytes()),
                new Caller(access),
                clock,
                new RunViews(clock),
                new TokenBuckets(properties.rateLimit(), clock),
                new TransactionTemplate(tracker.transactionManager()));
    }

    /** Adds to what the host has, and changes nothing of it. */
    @Bean
    WebMvcConfigurer syncTrackerWebMvc(WebParts parts) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ApiGate(parts.caller(), parts.buckets()));
            }

            @Override
            public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
                handlers.add(new ReplyHandler(parts.json()));
            }
        };
    }

    @Bean
    FallbackController syncTrackerFallbackController(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        return new FallbackController(mappings);
    }

    @Bean
    SystemController syncTrackerSystemController(
            ObjectProvider<SyncJobs> jobs, ObjectProvider<Retention> retention, WebParts parts) {
        return new SystemController(jobs.getIfAvailable(), retention.getIfAvailable(), parts.caller());
    }

    @Bean
    OutboxController syncTrackerOutboxController(Outbox outbox, WebParts parts) {
        return new OutboxController(outbox, parts.json());
    }

    @Bean
    @ConditionalOnBean(TrackedModels.class)
    EntityController syncTrackerEntityController(TrackedModels models, TrackerParts tracker) {
        return new EntityController(models, tracker);
    }

    @Bean
    @ConditionalOnBean(SetAsides.class)
    SetAsideController syncTrackerSetAsideController(SetAsides setAsides) {
        return new SetAsideController(setAsides);
    }

    @Bean
    @ConditionalOnBean(Connections.class)
    ConnectionController syncTrackerConnectionController(Connections connections, WebParts parts) {
        return new ConnectionController(connections, parts);
    }

    @Bean
    @ConditionalOnBean(Schedules.class)
    ScheduleController syncTrackerScheduleController(Schedules schedules, WebParts parts) {
        return new ScheduleController(schedules, parts);
    }

    @Bean
    @ConditionalOnBean({SyncJobs.class, Connections.class})
    SyncController syncTrackerSyncController(Connections connections, SyncJobs jobs, WebParts parts) {
        return new SyncController(connections, jobs, parts);
    }

    /** Runs, and the stream that tells of them. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean({SyncJobs.class, SyncTrackerAccess.class})
    static class RunsConfiguration {

        @Bean
        RunController syncTrackerRunController(SyncJobs jobs, WebProperties properties, WebParts parts) {
            return new RunController(jobs, new RunExport(jobs, properties.exportLimit()), parts);
        }

        @Bean
        EventStream syncTrackerEventStream(SyncJobs jobs, Outbox outbox, WebProperties properties, WebParts parts) {
            return new EventStream(
                    new Changes(jobs, parts.json(), parts.clock()),
                    new EntryChanges(outbox, parts.json(), parts.clock()),
                    properties.events());
        }

        @Bean
        EventController syncTrackerEventController(EventStream stream) {
            return new EventController(stream);
        }
    }
}
