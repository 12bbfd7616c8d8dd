package io.synctracker.connector;

import io.synctracker.job.JobContext;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import io.synctracker.job.JobTrigger;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A run that keeps its positions and counts only if the transaction that confirmed them is committed. */
final class TestContext implements JobContext {

    /** Thrown where a test stops a run. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    final Map<String, Long> counts = new LinkedHashMap<>();
    final Map<String, String> stored = new HashMap<>();
    long done;
    Long total;
    int confirmed;

    /** At which confirmation the run stops; 0 for never. */
    int stopAt;

    private final long id;
    private final Map<String, Object> payload = new HashMap<>();
    private final Map<String, Long> storedCounts = new LinkedHashMap<>();
    private final Map<String, String> positions = new HashMap<>();

    TestContext(long id) {
        this.id = id;
    }

    TestContext with(PullRequest request) {
        payload.putAll(PullPayload.of(request));
        return this;
    }

    /** Returns another try of the run, or a retry of it. */
    TestContext again(long run) {
        TestContext next = new TestContext(run);
        next.payload.putAll(payload);
        next.stored.putAll(stored);
        next.positions.putAll(stored);
        next.done = done;
        return next;
    }

    @Override
    public JobRun run() {
        return new JobRun(
                id,
                "shop",
                "pull",
                "stream",
                "*",
                null,
                JobStatus.RUNNING,
                JobTrigger.APPLICATION,
                null,
                null,
                null,
                Map.of(),
                Map.of(),
                Map.of(),
                1,
                5,
                "n",
                done,
                total,
                null,
                false,
                Instant.EPOCH,
                null,
                Instant.EPOCH,
                null);
    }

    @Override
    public Map<String, Object> payload() {
        return payload;
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public void proceed() {}

    @Override
    public void progress(long amount, Long all) {
        done = amount;
        total = all;
    }

    @Override
    public void count(String name, long by) {
        counts.merge(name, by, Long::sum);
        counts.remove(name, 0L);
    }

    @Override
    public void confirm() {
        confirmed++;
        if (confirmed == stopAt) {
            throw new Stopped();
        }
        Map<String, String> now = new HashMap<>(positions);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    stored.clear();
                    stored.putAll(now);
                    storedCounts.clear();
                    storedCounts.putAll(counts);
                } else {
                    positions.clear();
                    positions.putAll(stored);
                    counts.clear();
                    counts.putAll(storedCounts);
                }
            }
        });
    }

    @Override
    public Optional<String> position(String name) {
        return Optional.ofNullable(positions.get(name));
    }

    @Override
    public void position(String name, String value) {
        positions.put(name, value);
    }
}
