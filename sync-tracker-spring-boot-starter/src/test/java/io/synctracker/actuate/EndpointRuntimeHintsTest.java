package io.synctracker.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;

import io.synctracker.operate.OperatorActions.Abandoned;
import io.synctracker.operate.TargetView;
import io.synctracker.outbox.OutboxEntry;
import io.synctracker.outbox.OutboxStats;
import io.synctracker.outbox.Requeued;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.RuntimeHints;

class EndpointRuntimeHintsTest {

    private final RuntimeHints hints = new RuntimeHints();

    EndpointRuntimeHintsTest() {
        new EndpointRuntimeHints().registerHints(hints, getClass().getClassLoader());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Overview.class,
                OutboxStats.class,
                TargetView.class,
                EntryPage.class,
                OutboxEntry.class,
                OutboxEntry.Times.class,
                Requeued.class,
                Abandoned.class
            })
    void every_answer_can_be_written(Class<?> answer) {
        assertThat(reflection().onMethodInvocation(answer.getRecordComponents()[0].getAccessor()))
                .accepts(hints);
    }
}
