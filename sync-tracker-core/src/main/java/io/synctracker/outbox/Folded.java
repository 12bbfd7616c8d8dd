package io.synctracker.outbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A first entry and those that are folded into it.
 *
 * @param head the first entry
 * @param followers those of the same life that follow it without a gap, in their order; may be empty
 */
record Folded(Waiting head, List<Follower> followers) {

    /** Folds what follows up to the next life: a target must see an entity go before another one takes its id. */
    static Folded of(Waiting head, List<Follower> waiting) {
        List<Follower> sameLife = new ArrayList<>();
        for (Follower follower : waiting) {
            if (follower.change().incarnation() != head.change().incarnation()) {
                break;
            }
            sameLife.add(follower);
        }
        return new Folded(head, sameLife);
    }

    static Folded alone(Waiting head) {
        return new Folded(head, List.of());
    }

    @Nullable
    Follower newest() {
        return followers.isEmpty() ? null : followers.get(followers.size() - 1);
    }

    /** Returns the first entry as it is once it is leased, with all that happened merged and the newest state. */
    LeasedEntry leased(String system, long token, @Nullable String newestData) {
        LeasedEntry alone = head.leased(system, token);
        Follower newest = newest();
        if (newest == null) {
            return alone;
        }
        Fold fold = new Fold(
                head.action(), head.attempts() > 0 || followers.stream().anyMatch(Follower::attempted));
        followers.forEach(follower -> fold.add(follower.action()));
        return new LeasedEntry(
                alone.id(),
                token,
                newest.change(),
                system,
                fold.action(),
                fold.unseen(),
                alone.attempt(),
                newest.newestId(),
                newestData,
                alone.traceParent(),
                alone.createdAt(),
                alone.age());
    }
}
