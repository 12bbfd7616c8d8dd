package io.synctracker.target;

import io.synctracker.ChangeType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer's status means, where it differs from the default:
 *
 * <ul>
 *   <li>2xx is accepted, and so are 404 and 410 for a delete: it is gone already;
 *   <li>408, 425, 429 and 5xx are deferred, and so are 401, 403 and 407: the change must outlive a wrong credential;
 *   <li>409 and 412 are conflicted;
 *   <li>404 and 410 for an update are up to {@link #missing()};
 *   <li>3xx, since credentials must not follow a redirect to another host, and every other 4xx are rejected.
 * </ul>
 *
 * @param accepted what else is accepted; default none
 * @param deferred what else is deferred; default none
 * @param rejected what else is rejected; default none
 * @param conflicted what else is conflicted; default none
 * @param missing what follows when the entity to update is not there; default {@link Missing#RECREATE}
 */
public record HttpStatuses(
        Set<Integer> accepted, Set<Integer> deferred, Set<Integer> rejected, Set<Integer> conflicted, Missing missing) {

    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final Set<Integer> LATER = Set.of(401, 403, 407, 408, 425, 429);
    private static final Set<Integer> CONFLICTS = Set.of(409, 412);

    /** No exceptions from the rules. */
    public static final HttpStatuses DEFAULT = new HttpStatuses(null, null, null, null, null);

    /** Copies what it is given; {@code null} stands for the default. */
    public HttpStatuses(
            @Nullable Set<Integer> accepted,
            @Nullable Set<Integer> deferred,
            @Nullable Set<Integer> rejected,
            @Nullable Set<Integer> conflicted,
            @Nullable Missing missing) {
        this.accepted = copy(accepted);
        this.deferred = copy(deferred);
        this.rejected = copy(rejected);
        this.conflicted = copy(conflicted);
        this.missing = missing == null ? Missing.RECREATE : missing;
    }

    private static Set<Integer> copy(@Nullable Set<Integer> statuses) {
        return statuses == null ? Set.of() : Set.copyOf(statuses);
    }

    /** Returns these rules with other statuses that are accepted beside the usual ones. */
    public HttpStatuses withAccepted(Integer... statuses) {
        return new HttpStatuses(Set.copyOf(List.of(statuses)), deferred, rejected, conflicted, missing);
    }

    /** Returns these rules with other statuses that are deferred beside the usual ones. */
    public HttpStatuses withDeferred(Integer... statuses) {
        return new HttpStatuses(accepted, Set.copyOf(List.of(statuses)), rejected, conflicted, missing);
    }

    /** Returns these rules with other statuses that are rejected beside the usual ones. */
    public HttpStatuses withRejected(Integer... statuses) {
        return new HttpStatuses(accepted, deferred, Set.copyOf(List.of(statuses)), conflicted, missing);
    }

    /** Returns these rules with other statuses that are conflicted beside the usual ones. */
    public HttpStatuses withConflicted(Integer... statuses) {
        return new HttpStatuses(accepted, deferred, rejected, Set.copyOf(List.of(statuses)), missing);
    }

    /** Returns these rules with another way for entities that are not there. */
    public HttpStatuses withMissing(Missing other) {
        return new HttpStatuses(accepted, deferred, rejected, conflicted, other);
    }

    /** Returns what becomes of a delivery whose request was answered with a status. */
    Fate fateOf(ChangeType kind, int status) {
        return named(status).orElseGet(() -> {
            if (status / 100 == 2 || (kind == ChangeType.DELETE && GONE.contains(status))) {
                return Fate.ACCEPTED;
            }
            if (LATER.contains(status)) {
                return Fate.DEFERRED;
            }
            if (CONFLICTS.contains(status)) {
                return Fate.CONFLICTED;
            }
            // 5xx, and what no standard knows: a change is given up only where the system says so.
            return status / 100 == 3 || status / 100 == 4 ? Fate.REJECTED : Fate.DEFERRED;
        });
    }

    private Optional<Fate> named(int status) {
        return sets().entrySet().stream()
                .filter(set -> set.getValue().contains(status))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Map<Fate, Set<Integer>> sets() {
        return Map.of(
                Fate.ACCEPTED, accepted, Fate.DEFERRED, deferred, Fate.REJECTED, rejected, Fate.CONFLICTED, conflicted);
    }

    boolean asksForCreate(ChangeType kind, int status) {
        return kind == ChangeType.UPDATE
                && missing == Missing.RECREATE
                && GONE.contains(status)
                && named(status).isEmpty();
    }

    /**
     * Returns these rules if they are sound.
     *
     * @throws IllegalArgumentException if a status is none, or stands for two things
     */
    HttpStatuses check() {
        Set<Integer> seen = new HashSet<>();
        for (Integer status : sets().values().stream().flatMap(Set::stream).toList()) {
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("name " + status + ", which is no HTTP status: use 200 to 599.");
            }
            if (!seen.add(status)) {
                throw new IllegalArgumentException(
                        "name " + status + " twice: keep it in one of accepted, deferred, rejected and conflicted.");
            }
        }
        return this;
    }

    /** What becomes of a delivery. */
    enum Fate {
        ACCEPTED,
        DEFERRED,
        REJECTED,
        CONFLICTED
    }

    /** What follows when the entity to update is not there (404 or 410). */
    public enum Missing {
        /** It is created again in the same delivery, and its new external id is kept. */
        RECREATE,
        /** The change is rejected and waits for a person. */
        REJECT
    }
}
