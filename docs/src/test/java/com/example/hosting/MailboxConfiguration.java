package com.example.hosting;

import io.synctracker.connector.StreamBinding;
import io.synctracker.snapshot.Snapshots;
import io.synctracker.snapshot.SyncedRepository;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

// tag::snapshot-configuration[]
@Configuration
class MailboxConfiguration {

    @Bean
    StreamBinding<Mailbox> mailboxBinding() {
        StreamBinding<Mailbox> binding = StreamBinding.of("whm", "mailboxes", Mailbox.class)
                .withMapper((record, mailbox) -> mailbox.write(
                        (String) record.attributes().get("email"),
                        ((Number) record.attributes().get("quota_mb")).intValue()));
        return Snapshots.keeping(binding, Clock.systemUTC());
    }

    @Bean
    SyncedRepository<Mailbox, Long> mailboxes(
            Snapshots snapshots, StreamBinding<Mailbox> mailboxBinding, WhmMailboxes whm) {
        return snapshots.repository(mailboxBinding, whm);
    }
}
// end::snapshot-configuration[]
