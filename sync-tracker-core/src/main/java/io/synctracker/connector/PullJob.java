package io.synctracker.connector;

import io.synctracker.job.JobContext;
import io.synctracker.job.JobOutcome;
import io.synctracker.job.JobPolicy;
import io.synctracker.job.SyncJob;

/** Pulls the streams of one connection. Thread-safe. */
final class PullJob implements SyncJob {

    private final String connection;
    private final JobPolicy policy;
    private final Registry registry;
    private final Tables tables;
    private final PageApplier applier;

    PullJob(String connection, JobPolicy policy, Registry registry, Tables tables, PageApplier applier) {
        this.connection = connection;
        this.policy = policy;
        this.registry = registry;
        this.tables = tables;
        this.applier = applier;
    }

    @Override
    public String service() {
        return connection;
    }

    @Override
    public String action() {
        return Connections.PULL;
    }

    @Override
    public JobPolicy policy() {
        return policy;
    }

    @Override
    public JobOutcome run(JobContext job) throws Exception {
        try {
            Live live = registry.get(connection);
            PullPayload asked = PullPayload.read(job.payload());
            if (!live.enabled() && !asked.force()) {
                return JobOutcome.failed("The connection '" + connection + "' is disabled.");
            }
            pull(live, asked, job);
            return JobOutcome.succeeded();
        } catch (ConnectorUnavailableException e) {
            return new JobOutcome.Deferred(
                    String.valueOf(e.getMessage()), e.retryAfter().orElse(null));
        } catch (InvalidPageException e) {
            return JobOutcome.deferred("What came is not a page: " + e.getMessage());
        } catch (GuardException | UnknownConnectionException | InvalidConnectionException e) {
            return JobOutcome.failed(String.valueOf(e.getMessage()));
        }
    }

    private void pull(Live live, PullPayload asked, JobContext job) throws Exception {
        Progress progress = new Progress(job);
        for (Bound bound :
                Streams.of(connection, asked.stream(), live.connector().streams(), registry.bound(live))) {
            new StreamPull(live.connector(), bound, asked, job, tables, applier, progress).run();
        }
    }
}
