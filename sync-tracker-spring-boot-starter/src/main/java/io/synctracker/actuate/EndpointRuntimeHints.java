package io.synctracker.actuate;

import io.synctracker.operate.OperatorActions.Abandoned;
import io.synctracker.operate.TargetView;
import io.synctracker.outbox.Requeued;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** What the endpoint answers with, which the operations' signatures do not tell a native image. */
final class EndpointRuntimeHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        new BindingReflectionHintsRegistrar()
                .registerReflectionHints(
                        hints.reflection(),
                        Overview.class,
                        EntryPage.class,
                        TargetView.class,
                        Requeued.class,
                        Abandoned.class);
    }
}
