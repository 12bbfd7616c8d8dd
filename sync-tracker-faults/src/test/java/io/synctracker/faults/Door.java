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

    private volatile boolean refusing;

    Door(Predicate<Message> meant) {
        this.meant = meant;
    }

    /** Returns whether the message was held back here, and is to be refused now. */
    boolean refuses(Message message) {
        if (!meant.test(message) || !taken.compareAndSet(false, true)) {
            return false;
        }
        reached.countDown();
        Wait.on(opened);
        return refusing;
    }

    /** Waits until the message is there. */
    void awaitVisitor() {
        Wait.on(reached);
    }

    /** Returns whether the message came within some time. */
    boolean isVisited(long millis) {
        Wait.atMost(millis, () -> reached.getCount() == 0);
        return reached.getCount() == 0;
    }

    void open() {
        opened.countDown();
    }

    /** Lets the message go on, to be put off. */
    void refuse() {
        refusing = true;
        opened.countDown();
    }
}
