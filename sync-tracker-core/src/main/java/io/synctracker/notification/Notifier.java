package io.synctracker.notification;

/** Tells a person in one way: declare a bean to add one. Called by one thread at a time, off the path of the work. */
public interface Notifier {

    /** Returns its name, 1 to 40 characters, which its quiet time goes by. */
    String name();

    /**
     * Tells.
     *
     * @param notification what to tell
     * @throws Exception if it could not; the next failure is told then, quiet time or not
     */
    void tell(Notification notification) throws Exception;
}
