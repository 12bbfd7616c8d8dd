package io.synctracker.autoconfigure;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notes the trace of a transaction where the host traces. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({Tracer.class, Propagator.class})
class TracingConfiguration {

    @Bean
    CurrentTraceParent syncTrackerCurrentTraceParent(
            ObjectProvider<Tracer> tracers, ObjectProvider<Propagator> propagators) {
        Tracer tracer = tracers.getIfUnique();
        Propagator propagator = propagators.getIfUnique();
        return tracer == null || propagator == null
                ? CurrentTraceParent.NONE
                : new MicrometerTraceParent(tracer, propagator);
    }
}
