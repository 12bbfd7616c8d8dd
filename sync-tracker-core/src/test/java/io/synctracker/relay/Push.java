package io.synctracker.relay;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What happens to an entity, or to what waits for the system. What makes no sense is left out.
 *
 * @param kind what happens
 * @param entity to which entity, by its place in {@link DeliveryModel#ENTITIES}
 */
record Push(Kind kind, int entity) {

    enum Kind {
        SAVE,
        REMOVE,
        /** A person brings the system up to date and says so. */
        MARK,
        /** The relay is turned, and the system takes all that it is told. */
        ACCEPT,
        /** The system says that it is not able to, and takes nothing. */
        DEFER,
        /** The system takes all, and its answers are lost. */
        LOSE_ANSWERS,
        /** The system refuses for good. */
        REFUSE,
        /** The lease of the first call ends while it runs, the entity changes, and another relay takes over. */
        OUTLIVE,
        /** A relay dies with entries in its hands, before it has called. */
        DIE,
        /** All that waits for a time becomes due. */
        WAIT,
        /** A person has all failed entries delivered again. */
        REQUEUE
    }

    private static final List<Kind> KINDS = List.of(
            Kind.SAVE,
            Kind.SAVE,
            Kind.SAVE,
            Kind.SAVE,
            Kind.REMOVE,
            Kind.REMOVE,
            Kind.MARK,
            Kind.ACCEPT,
            Kind.ACCEPT,
            Kind.DEFER,
            Kind.LOSE_ANSWERS,
            Kind.REFUSE,
            Kind.OUTLIVE,
            Kind.DIE,
            Kind.WAIT,
            Kind.WAIT,
            Kind.REQUEUE);

    static Push random(SplittableRandom random) {
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        return new Push(kind, hasEntity(kind) ? random.nextInt(DeliveryModel.ENTITIES.size()) : 0);
    }

    private static boolean hasEntity(Kind kind) {
        return kind.ordinal() <= Kind.MARK.ordinal();
    }

    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return hasEntity(kind) ? name + " " + DeliveryModel.ENTITIES.get(entity) : name;
    }
}
