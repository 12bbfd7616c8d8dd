package io.synctracker.outbox;

import io.synctracker.EntityRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what can be folded into first entries, and leaves alone those that are not free to be taken. */
final class Folding {

    private final Waits waits;

    Folding(Waits waits) {
        this.waits = waits;
    }

    /**
     * Locks what waits behind first entries.
     *
     * @param heads first entries, locked
     * @return those that can be taken, with what is folded into them
     */
    List<Folded> fold(ClaimRequest request, List<Waiting> heads) {
        List<EntityRef> crowded = heads.stream()
                .filter(head -> mustLookBehind(request, head))
                .map(Waiting::entity)
                .toList();
        if (crowded.isEmpty()) {
            return heads.stream().map(Folded::alone).toList();
        }
        Map<EntityRef, List<Follower>> waiting = waits.waiting(request.system(), crowded);
        Set<Long> free = lockFollowers(heads, waiting);
        List<Folded> taken = new ArrayList<>();
        for (Waiting head : heads) {
            if (!mustLookBehind(request, head)) {
                taken.add(Folded.alone(head));
            } else if (waiting.containsKey(head.entity())) {
                foldOne(request, head, waiting.get(head.entity()), free, taken);
            }
        }
        return taken;
    }

    /**
     * An entry that is not folded needs no look behind it, unless it was requeued: then a later one may have come before
     * it, and be in another relay's hands. Once it has been taken again nothing comes before it any more.
     */
    private static boolean mustLookBehind(ClaimRequest request, Waiting head) {
        return head.hasFollowers()
                && (head.mayBeLate() || request.folds().test(head.entity().type()));
    }

    private Set<Long> lockFollowers(List<Waiting> heads, Map<EntityRef, List<Follower>> waiting) {
        Set<Long> ids = new HashSet<>();
        waiting.values().forEach(list -> list.forEach(follower -> ids.add(follower.id())));
        heads.forEach(head -> ids.remove(head.id()));
        return ids.isEmpty() ? Set.of() : new HashSet<>(waits.lockFree(ids));
    }

    /** Takes the entry only if everything behind it is free: if not, somebody is delivering the entity already. */
    private static void foldOne(
            ClaimRequest request, Waiting head, List<Follower> waiting, Set<Long> free, List<Folded> taken) {
        List<Follower> behind =
                waiting.stream().filter(follower -> follower.id() > head.id()).toList();
        if (behind.stream().allMatch(follower -> free.contains(follower.id()))) {
            taken.add(request.folds().test(head.entity().type()) ? Folded.of(head, behind) : Folded.alone(head));
        }
    }
}
