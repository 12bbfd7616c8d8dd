package io.synctracker.faults;

import io.synctracker.EntityRef;

/**
 * A delivery as the outside world saw it.
 *
 * @param began when it came, counted in comings and goings
 * @param ended when it was answered; {@link Long#MAX_VALUE} until then
 * @param node which process sent it
 * @param revision which change of the entity it tells of; 0 if it is a delete
 * @param stamp who made that change; empty if it is a delete
 * @param applied whether the world holds it now, whatever it has answered
 */
record Visit(
        long began,
        long ended,
        String node,
        EntityRef entity,
        String action,
        long sequence,
        long revision,
        String stamp,
        boolean applied) {

    boolean isDelete() {
        return action.equals("DELETE");
    }

    Visit ended(long at, boolean isApplied) {
        return new Visit(began, at, node, entity, action, sequence, revision, stamp, isApplied);
    }
}
