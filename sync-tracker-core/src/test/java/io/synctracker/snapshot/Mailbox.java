package io.synctracker.snapshot;

import io.synctracker.SyncTracked;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.NullUnmarked;

/** A mailbox of a hosting company, as it was when it was read there. */
@NullUnmarked
@Entity(name = "Mailbox")
@SyncTracked(name = "mailbox")
class Mailbox implements SyncStatusOwner {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(length = 40)
    String email;

    int quota;

    @Embedded
    SyncStatusFields sync = new SyncStatusFields();

    Mailbox() {}

    Mailbox(String email, int quota) {
        this.email = email;
        this.quota = quota;
    }

    @Override
    public SyncStatusFields syncStatus() {
        if (sync == null) {
            sync = new SyncStatusFields();
        }
        return sync;
    }
}
