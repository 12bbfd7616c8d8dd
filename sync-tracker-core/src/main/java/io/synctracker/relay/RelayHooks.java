package io.synctracker.relay;

import io.synctracker.target.DeliveryInterceptor;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Who stands around a relay.
 *
 * @param events told after each commit
 * @param interceptors stand around every call, the first one outermost
 * @param listeners watch
 * @param calls runs the calls of the targets, each in a thread of its own that may be interrupted and may hang, such as
 *     one virtual thread for each; {@code null} for daemon threads of the relay's own
 */
public record RelayHooks(
        ApplicationEventPublisher events,
        List<DeliveryInterceptor> interceptors,
        List<RelayListener> listeners,
        @Nullable Executor calls) {

    /** Copies what it is given. */
    public RelayHooks {
        interceptors = List.copyOf(interceptors);
        listeners = List.copyOf(listeners);
    }

    /**
     * Returns hooks with events alone.
     *
     * @param events told after each commit
     */
    public static RelayHooks of(ApplicationEventPublisher events) {
        return new RelayHooks(events, List.of(), List.of(), null);
    }
}
