package io.synctracker;

/** What happened to an entity. */
public enum ChangeType {
    CREATE,
    UPDATE,
    DELETE
}
