package io.synctracker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.resource;

import io.synctracker.outbox.OutboxStats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.RuntimeHints;

class WebRuntimeHintsTest {

    private final RuntimeHints hints = new RuntimeHints();

    WebRuntimeHintsTest() {
        new WebRuntimeHints().registerHints(hints, getClass().getClassLoader());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Problem.FieldError.class,
                RunView.class,
                RunView.Progress.class,
                CadenceForm.class,
                RangeForm.class,
                OutboxStats.class,
                SystemController.Queue.class,
                CsrfTokens.Csrf.class
            })
    void a_native_image_can_read_and_write(Class<?> type) {
        assertThat(reflection().onType(type)).accepts(hints);
    }

    @Test
    void a_native_image_has_the_description() {
        assertThat(resource().forResource("io/synctracker/web/openapi.json")).accepts(hints);
    }
}
