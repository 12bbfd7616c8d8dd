package com.example.hosting;

import io.synctracker.job.JobRun;
import io.synctracker.snapshot.SnapshotPage;
import io.synctracker.snapshot.SnapshotScopes;
import io.synctracker.snapshot.SyncedRepository;
import java.util.Map;
import org.springframework.data.jpa.domain.Specification;

/** Smaller pieces of docs/how-to/snapshot-repository.md. */
class MailboxDesk {

    private final SyncedRepository<Mailbox, Long> mailboxes;

    MailboxDesk(SyncedRepository<Mailbox, Long> mailboxes) {
        this.mailboxes = mailboxes;
    }

    // tag::snapshot-read[]
    SnapshotPage<Mailbox> smallOnes(int page) {
        return mailboxes.list(Map.of("quotaMb", 100), page, 50);
    }
    // end::snapshot-read[]

    // tag::snapshot-write[]
    JobRun grow(long id, int quotaMb, String person) {
        return mailboxes.by(person).update(id, Map.of("quota_mb", quotaMb));
    }
    // end::snapshot-write[]

    // tag::snapshot-scopes[]
    Specification<Mailbox> needsAttention() {
        return SnapshotScopes.<Mailbox>failed().or(SnapshotScopes.conflicted());
    }
    // end::snapshot-scopes[]
}
