package io.synctracker.architecture;

/** Breaks the rule that nobody prints. */
final class Prints {

    void print() {
        System.out.println("somebody else's console");
    }
}
