package io.synctracker.sample.systems;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A system that a person makes trouble with, at the {@link ControlDesk}. */
interface Controlled {

    /** Behaves differently from now on; also comes up if it was down. */
    void behave(Behaviour next);

    /** Closes its socket, keeps its records. */
    void goDown();

    /** Returns {@code down}, or how it behaves. */
    String state();

    /** Changes a record as a user of the system does. */
    Answer edit(String id, Map<String, @Nullable Object> fields);
}
