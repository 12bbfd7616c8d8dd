package io.synctracker.autoconfigure;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks Micrometer; where the host propagates traces in another form than W3C's, there is none. */
final class MicrometerTraceParent implements CurrentTraceParent {

    private final Tracer tracer;
    private final Propagator propagator;

    MicrometerTraceParent(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public @Nullable String get() {
        TraceContext context = tracer.currentTraceContext().context();
        if (context == null) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        propagator.inject(context, headers, (carrier, key, value) -> headers.put(key, value));
        return headers.get("traceparent");
    }
}
