package io.synctracker.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.job.JobFinished;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import io.synctracker.job.JobTrigger;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of what, and how often. */
abstract class NotificationContract extends DatabaseTest {

    private static final Instant TIME = Instant.parse("2026-11-26T12:00:00Z");

    private final Recording mail = new Recording("mail");
    private final Recording pager = new Recording("pager");

    NotificationContract(Vendor vendor) {
        super(vendor);
    }

    @BeforeEach
    void forget() {
        host.jdbc().update("delete from " + host.dialect().tables().named("notices"));
        mail.told.clear();
        pager.told.clear();
        mail.broken = false;
    }

    @Test
    void a_run_that_has_failed_is_told_to_everybody() {
        tell(Duration.ofHours(1), failed(1, "crm"));

        assertThat(mail.told).extracting(told -> told.run().id()).containsExactly(1L);
        assertThat(pager.told).extracting(told -> told.run().id()).containsExactly(1L);
    }

    @Test
    void nothing_is_told_of_any_other_end() {
        for (JobStatus status : List.of(JobStatus.SUCCESS, JobStatus.CANCELLED, JobStatus.CONFLICT)) {
            tell(Duration.ofHours(1), run(1, "crm", status));
        }

        assertThat(mail.told).isEmpty();
    }

    @Test
    void the_same_is_told_once_in_the_quiet_time() {
        tell(Duration.ofHours(1), failed(1, "crm"), failed(2, "crm"), failed(3, "erp"));

        assertThat(mail.told).extracting(told -> told.run().id()).containsExactly(1L, 3L);
    }

    @Test
    void the_next_one_says_how_many_were_not_told() {
        tell(Duration.ofHours(1), failed(1, "crm"), failed(2, "crm"), failed(3, "crm"));
        host.jdbc()
                .update(
                        "update " + host.dialect().tables().named("notices") + " set told_at = "
                                + host.dialect().nowPlusMicros(),
                        -Duration.ofHours(2).toNanos() / 1000);

        tell(Duration.ofHours(1), failed(4, "crm"));

        assertThat(mail.told.get(1).untold()).isEqualTo(2);
        assertThat(mail.told.get(1).text()).contains("Run 4 of crm/pull has failed", "2 more have failed");
    }

    @Test
    void who_could_not_be_told_is_told_the_next_time() {
        mail.broken = true;
        tell(Duration.ofHours(1), failed(1, "crm"));
        mail.broken = false;

        tell(Duration.ofHours(1), failed(2, "crm"));

        assertThat(mail.told).extracting(told -> told.run().id()).containsExactly(2L);
        assertThat(pager.told).extracting(told -> told.run().id()).containsExactly(1L);
    }

    @Test
    void of_eight_processes_one_tells() {
        List<FailureNotifications> all = IntStream.range(0, 8)
                .mapToObj(i -> notifications(Duration.ofHours(1)))
                .toList();

        all.parallelStream().forEach(each -> each.on(new JobFinished(failed(1, "crm"))));
        all.forEach(NotificationContract::close);

        assertThat(mail.told).hasSize(1);
    }

    private void tell(Duration quiet, JobRun... runs) {
        FailureNotifications notifications = notifications(quiet);
        for (JobRun run : runs) {
            notifications.on(new JobFinished(run));
        }
        close(notifications);
    }

    private FailureNotifications notifications(Duration quiet) {
        return new FailureNotifications(
                host.dataSource(), host.dialect(), new ArrayList<>(List.of(mail, pager)), quiet);
    }

    private static void close(FailureNotifications notifications) {
        try {
            notifications.close();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JobRun failed(long id, String service) {
        return run(id, service, JobStatus.FAILED);
    }

    private static JobRun run(long id, String service, JobStatus status) {
        return new JobRun(
                id,
                service,
                "pull",
                null,
                null,
                null,
                status,
                JobTrigger.SCHEDULE,
                null,
                null,
                null,
                Map.of(),
                Map.of(),
                Map.of(),
                3,
                3,
                "node",
                0,
                null,
                "it is down",
                false,
                TIME,
                null,
                TIME,
                TIME);
    }

    /** Remembers what it was told. */
    private static final class Recording implements Notifier {

        final List<Notification> told = new CopyOnWriteArrayList<>();
        private final String name;
        volatile boolean broken;

        Recording(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void tell(Notification notification) {
            if (broken) {
                throw new IllegalStateException("no server");
            }
            told.add(notification);
        }
    }
}
