package io.synctracker.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One who listens. What it has not taken yet waits here, once for each thing that changed, so that a slow one delays
 * nobody and fills no memory. Thread-safe.
 */
final class Listener {

    private static final Logger LOGGER = LoggerFactory.getLogger(Listener.class);

    private final SseEmitter emitter;
    private final Executor executor;
    private final Map<String, StreamEvent> waiting = new LinkedHashMap<>();
    private boolean beat;
    private boolean ended;
    private boolean sending;

    Listener(SseEmitter emitter, Executor executor) {
        this.emitter = emitter;
        this.executor = executor;
    }

    synchronized void offer(Collection<StreamEvent> events) {
        events.forEach(event -> waiting.put(event.key(), event));
        send();
    }

    /** Tells it that the stream is alive; whoever has gone is found out by this. */
    synchronized void beat() {
        beat = true;
        send();
    }

    /** Ends the stream, after what waits was sent; the browser asks for a new one, here or elsewhere. */
    synchronized void end() {
        ended = true;
        send();
    }

    private void send() {
        if (!sending && (beat || ended || !waiting.isEmpty())) {
            try {
                sending = true;
                executor.execute(this::drain);
            } catch (RejectedExecutionException e) {
                // Every thread is busy, or all are being stopped: the next event or beat tries again.
                sending = false;
            }
        }
    }

    private synchronized List<SseEmitter.SseEventBuilder> take() {
        List<SseEmitter.SseEventBuilder> events = new ArrayList<>();
        if (beat) {
            events.add(SseEmitter.event().comment("alive"));
        }
        waiting.values()
                .forEach(event -> events.add(SseEmitter.event()
                        .id(Long.toString(event.atMillis()))
                        .name(event.name())
                        .data(event.json(), MediaType.TEXT_PLAIN)));
        waiting.clear();
        beat = false;
        sending = !events.isEmpty();
        return events;
    }

    private void drain() {
        try {
            for (List<SseEmitter.SseEventBuilder> events = take(); !events.isEmpty(); events = take()) {
                for (SseEmitter.SseEventBuilder event : events) {
                    emitter.send(event);
                }
            }
            if (isEnded()) {
                emitter.complete();
            }
        } catch (IOException | IllegalStateException e) {
            // It has gone. The container says so to the emitter, which tells the stream; nothing is sent meanwhile.
            LOGGER.debug("A listener went away", e);
        }
    }

    private synchronized boolean isEnded() {
        return ended;
    }
}
