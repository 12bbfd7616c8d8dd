package io.synctracker.actuate;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/** What is observed, for tools that read such documentation. */
enum DeliveryObservation implements ObservationDocumentation {
    /** One call of a target. */
    DELIVERY;

    @Override
    public String getName() {
        return "sync.tracker.delivery";
    }

    @Override
    public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
        return DefaultDeliveryObservationConvention.class;
    }

    @Override
    public KeyName[] getLowCardinalityKeyNames() {
        return Keys.values();
    }

    /** The keys, each with few values. */
    enum Keys implements KeyName {
        /** The target's name. */
        TARGET("target"),
        /** The entity's logical type. */
        TYPE("type"),
        /** What happened: create, update or delete. */
        ACTION("action"),
        /** How the target answered. */
        OUTCOME("outcome");

        private final String text;

        Keys(String text) {
            this.text = text;
        }

        @Override
        public String asString() {
            return text;
        }
    }
}
