package io.synctracker.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synctracker.job.JobContext;
import io.synctracker.job.JobFinished;
import io.synctracker.job.JobOutcome;
import io.synctracker.job.JobPolicy;
import io.synctracker.job.JobRequest;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import io.synctracker.job.SyncJob;
import io.synctracker.job.SyncJobs;
import io.synctracker.notification.Notification;
import io.synctracker.notification.Notifier;
import io.synctracker.testdatabases.TestDatabase;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Host;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JobsTest {

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void a_job_that_is_a_bean_runs_when_the_transaction_commits(Vendor vendor) {
        try (TestDatabase database = TestDatabase.of(vendor);
                ConfigurableApplicationContext host =
                        Host.shop().with(Work.class).on(database).start()) {
            SyncJobs jobs = host.getBean(SyncJobs.class);

            long id = jobs.enqueue(JobRequest.of("crm", "greet")).id();

            await().until(() -> jobs.find(id).orElseThrow().status() == JobStatus.SUCCESS);
        }
    }

    @Test
    void a_job_of_a_transaction_that_rolls_back_never_was() {
        try (ConfigurableApplicationContext host = Host.shop().with(Work.class).start()) {
            SyncJobs jobs = host.getBean(SyncJobs.class);

            Long id = new TransactionTemplate(host.getBean(PlatformTransactionManager.class)).execute(status -> {
                status.setRollbackOnly();
                return jobs.enqueue(JobRequest.of("crm", "greet")).id();
            });

            assertThat(jobs.find(id)).isEmpty();
        }
    }

    @Test
    void a_process_that_runs_no_jobs_enqueues_them_all_the_same() {
        try (ConfigurableApplicationContext host = Host.shop()
                .with(Work.class)
                .set("sync-tracker.jobs.enabled=false")
                .start()) {
            JobRun run = host.getBean(SyncJobs.class).enqueue(JobRequest.of("crm", "greet"));

            assertThat(run.status()).isEqualTo(JobStatus.QUEUED);
        }
    }

    @Test
    void a_run_that_has_failed_is_told_by_mail_and_to_the_hosts_notifiers() {
        try (ConfigurableApplicationContext host = Host.shop()
                .with(Work.class, Mail.class)
                .set("sync-tracker.notifications.mail.to[0]=ops@example.com")
                .start()) {
            host.getBean(SyncJobs.class).enqueue(JobRequest.of("crm", "fail"));

            Mail mail = host.getBean(Mail.class);
            await().until(() -> !mail.sent.isEmpty() && !mail.told.isEmpty());
            assertThat(mail.sent.get(0).getTo()).containsExactly("ops@example.com");
            assertThat(mail.sent.get(0).getText()).contains("crm/fail", "no luck");
        }
    }

    @Test
    void a_listener_of_the_host_that_throws_keeps_nobody_from_being_told() {
        try (ConfigurableApplicationContext host =
                Host.shop().with(Work.class, Mail.class, Thrower.class).start()) {
            host.getBean(SyncJobs.class).enqueue(JobRequest.of("crm", "fail"));

            await().until(() -> !host.getBean(Mail.class).told.isEmpty());
        }
    }

    @Test
    void mail_without_a_mail_sender_is_explained() {
        Explanation why =
                Explanation.of(Host.shop().set("sync-tracker.notifications.mail.to[0]=ops@example.com")::start);

        assertThat(why.description()).contains("no mail sender");
        assertThat(why.action()).contains("spring-boot-starter-mail");
    }

    @Configuration(proxyBeanMethods = false)
    static class Work {

        @Bean
        SyncJob greet() {
            return new Simple("greet", JobOutcome.succeeded());
        }

        @Bean
        SyncJob fail() {
            return new Simple("fail", JobOutcome.failed("no luck"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Thrower {

        @Order(Ordered.HIGHEST_PRECEDENCE)
        @EventListener
        void on(JobFinished end) {
            throw new IllegalStateException("a fault of the host");
        }
    }

    private record Simple(String action, JobOutcome outcome) implements SyncJob {

        @Override
        public String service() {
            return "crm";
        }

        @Override
        public JobPolicy policy() {
            return JobPolicy.ONCE;
        }

        @Override
        public JobOutcome run(JobContext job) {
            return outcome;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Mail {

        final List<SimpleMailMessage> sent = new CopyOnWriteArrayList<>();
        final List<Notification> told = new CopyOnWriteArrayList<>();

        @Bean
        MailSender mailSender() {
            return messages -> sent.addAll(List.of(messages));
        }

        @Bean
        Notifier pager() {
            return new Notifier() {
                @Override
                public String name() {
                    return "pager";
                }

                @Override
                public void tell(Notification notification) {
                    told.add(notification);
                }
            };
        }
    }
}
