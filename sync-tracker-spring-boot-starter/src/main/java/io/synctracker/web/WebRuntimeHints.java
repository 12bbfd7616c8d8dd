package io.synctracker.web;

import io.synctracker.SyncState;
import io.synctracker.connector.SetAsides;
import io.synctracker.outbox.OutboxEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** What the API reads and writes, which its methods do not tell a native image. */
final class WebRuntimeHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources().registerPattern("io/synctracker/web/openapi.json");
        new BindingReflectionHintsRegistrar()
                .registerReflectionHints(
                        hints.reflection(),
                        Problem.class,
                        Slice.class,
                        Runs.class,
                        RunController.Detail.class,
                        ScheduleForm.class,
                        ScheduleView.class,
                        ScheduleController.Preview.class,
                        SyncForm.class,
                        ConnectionForm.class,
                        ConnectionController.All.class,
                        ConnectionController.Tested.class,
                        NoteForm.class,
                        OutboxEntry.class,
                        OutboxController.Stats.class,
                        OutboxController.Targets.class,
                        EntityController.Standing.class,
                        SyncState.class,
                        SetAsides.SetAside.class,
                        SetAsides.KeptConflict.class,
                        SystemController.Settings.class,
                        SystemController.Session.class);
    }
}
