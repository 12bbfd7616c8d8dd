package io.synctracker.faults;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Holds back the first message that is meant, until it is opened. */
final class Door {

    private final Predicate<Message> meant;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    Door(Predicate<Message> meant) {
        this.meant = meant;
    }

    void pass(Message message) {
        if (meant.test(message) && taken.compareAndSet(false, true)) {
            reached.countDown();
            Wait.on(opened);
        }
    }

    /** Waits until the message is there. */
    void awaitVisitor() {
        Wait.on(reached);
    }

    void open() {
        opened.countDown();
    }
}
