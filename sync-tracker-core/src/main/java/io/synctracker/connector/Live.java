package io.synctracker.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection that can be used.
 *
 * @param connector its connector
 * @param kind what made it
 * @param enabled whether it may be pulled
 * @param bindings how its settings bind its streams
 * @param row where it is stored; {@code null} if it is the application's
 */
record Live(
        Connector connector,
        String kind,
        boolean enabled,
        List<BindingSettings> bindings,
        @Nullable ConnectionRow row) {}
