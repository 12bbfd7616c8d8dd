package io.synctracker.job;

import java.time.Instant;

/** Timers that join the caller's transaction. */
final class DefaultJobTimers implements JobTimers {

    private final Workshop workshop;

    DefaultJobTimers(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public void set(long id, Instant at) {
        workshop.transactions().call(() -> {
            boolean set = workshop.alarms().setTimer(id, at);
            workshop.transactions().afterCommit(() -> {
                // One that rings asks its owner, who may not have seen yet what was committed only now.
                if (!set) {
                    workshop.shortTransactions().run(() -> workshop.alarms().setTimer(id, at));
                }
                workshop.ring();
            });
            return set;
        });
    }

    @Override
    public void remove(long id) {
        workshop.transactions().call(() -> {
            workshop.alarms().removeTimer(id);
            return id;
        });
    }
}
