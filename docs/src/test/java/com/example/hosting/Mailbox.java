package com.example.hosting;

import io.synctracker.SyncTracked;
import io.synctracker.snapshot.SyncStatusFields;
import io.synctracker.snapshot.SyncStatusOwner;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

// tag::snapshot-entity[]
@Entity
@SyncTracked(name = "mailbox")
class Mailbox implements SyncStatusOwner {

    @Id
    @GeneratedValue
    private Long id;

    private String email;

    private int quotaMb;

    @Embedded
    private SyncStatusFields sync;

    @Override
    public SyncStatusFields syncStatus() {
        if (sync == null) {
            sync = new SyncStatusFields();
        }
        return sync;
    }

    void write(String newEmail, int newQuotaMb) {
        email = newEmail;
        quotaMb = newQuotaMb;
    }
}
// end::snapshot-entity[]
