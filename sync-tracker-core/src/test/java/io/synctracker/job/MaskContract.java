package io.synctracker.job;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.synctracker.testdatabases.Vendor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** No secret reaches a row, an answer or the log, and every error fits its column. */
abstract class MaskContract extends JobTest {

    MaskContract(Vendor vendor) {
        super(vendor);
    }

    @Test
    void secrets_are_masked_in_errors_and_results() {
        sync.does(job -> {
            throw new IllegalStateException("login with hunter2 failed, token=abc, {\"password\":\"x\"}");
        });
        JobRun run = run(SYNC.withPayload(Map.of("password", "hunter2")));

        assertThat(run.error())
                .isEqualTo("IllegalStateException: login with *** failed, token=***, {\"password\":\"***\"}");
        assertThat(jobs().attempts(run.id()).get(0).error()).isEqualTo(run.error());
    }

    @Test
    void no_secret_reaches_the_log() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger library = (Logger) LoggerFactory.getLogger("io.synctracker");
        Level before = library.getLevel();
        library.setLevel(Level.TRACE);
        library.addAppender(log);
        log.start();
        try {
            sync.does(job -> {
                Exception cause = new Exception("hunter two");
                if (job.attempt() == 1) {
                    throw new IllegalStateException("hunter two is wrong", cause);
                }
                throw new AssertionError("hunter two", cause);
            });
            run(SYNC.withPayload(Map.of("password", "hunter two")));
            later(Duration.ofMinutes(1));
        } finally {
            library.detachAppender(log);
            library.setLevel(before);
        }

        assertThat(log.list).hasSizeGreaterThan(3).allSatisfy(event -> {
            assertThat(event.getFormattedMessage()).doesNotContain("hunter");
            assertThat(ThrowableProxyUtil.asString(event.getThrowableProxy())).doesNotContain("hunter");
        });
    }

    @Test
    void a_long_error_is_cut_and_one_that_cannot_be_read_is_told_of() {
        sync.does(job -> JobOutcome.failed("x".repeat(10_000) + "\u0000"));
        assertThat(run(SYNC).error()).hasSize(4000);
        sync.does(job -> {
            throw new IllegalStateException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new IllegalArgumentException("no");
                }
            };
        });

        assertThat(run(SYNC).error()).endsWith("its message cannot be read");
    }
}
