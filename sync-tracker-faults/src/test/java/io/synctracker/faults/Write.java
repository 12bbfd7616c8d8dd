package io.synctracker.faults;

/**
 * A change that was committed, by the application's own book.
 *
 * @param revision which change of the entity it is; grows with each
 * @param action what happened
 * @param stamp who did it
 */
record Write(long revision, String action, String stamp) {

    boolean isDelete() {
        return action.equals("DELETE");
    }
}
