package io.synctracker.faults;

/** Told of each step as it is reached, on the thread that reaches it. */
@FunctionalInterface
interface Hooks {

    Hooks NONE = point -> {};

    void reached(Point point);
}
