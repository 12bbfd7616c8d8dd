package io.synctracker.faults;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stops a process where a step is reached for the nth time: for good, as a power cut does, or until it is released.
 * Written as {@code CLAIMED:2:halt} or {@code SETTLING:1:hold}.
 */
final class Trap implements Hooks {

    private final @Nullable Point point;
    private final boolean halts;
    private final AtomicInteger left;
    private final Consumer<String> say;
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private Trap(@Nullable Point point, int nth, boolean halts, Consumer<String> say) {
        this.point = point;
        this.left = new AtomicInteger(nth);
        this.halts = halts;
        this.say = say;
    }

    static Trap of(String text, Consumer<String> say) {
        if (text.isEmpty()) {
            return new Trap(null, 0, false, say);
        }
        String[] parts = text.split(":", 3);
        return new Trap(Point.valueOf(parts[0]), Integer.parseInt(parts[1]), parts[2].equals("halt"), say);
    }

    @Override
    public void reached(Point reached) {
        if (reached != point || left.decrementAndGet() != 0) {
            return;
        }
        if (halts) {
            Runtime.getRuntime().halt(Child.KILLED);
        }
        say.accept("AT " + reached);
        arrived.countDown();
        Wait.on(released);
    }

    /** Waits until somebody is held here. */
    void awaitReached() {
        Wait.on(arrived);
    }

    void release() {
        released.countDown();
    }
}
