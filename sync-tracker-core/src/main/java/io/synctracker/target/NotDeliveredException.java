package io.synctracker.target;

/** Ends a delivery early, with its result. Never leaves the package. */
final class NotDeliveredException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient DeliveryResult result;

    private NotDeliveredException(String reason, DeliveryResult result) {
        super(reason, null, false, false);
        this.result = result;
    }

    static NotDeliveredException rejected(String reason) {
        return new NotDeliveredException(reason, DeliveryResult.rejected(reason));
    }

    static NotDeliveredException deferred(String reason) {
        return new NotDeliveredException(reason, DeliveryResult.deferred(reason));
    }

    DeliveryResult result() {
        return result;
    }
}
