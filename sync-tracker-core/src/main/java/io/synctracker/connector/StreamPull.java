package io.synctracker.connector;

import io.synctracker.connector.PageTransaction.Work;
import io.synctracker.connector.PullState.Phase;
import io.synctracker.job.JobContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pulls one stream in one try of a run: its pages, then what waited for parents, then what is gone. Used once. */
final class StreamPull {

    private static final int CHUNK = 500;
    private static final int MAX_RECORDS = 10_000;
    private static final int MAX_CHECKPOINT = 4000;

    private final Connector connector;
    private final Bound bound;
    private final PullPayload asked;
    private final JobContext context;
    private final Tables tables;
    private final PageApplier applier;
    private final Progress progress;

    StreamPull(
            Connector connector,
            Bound bound,
            PullPayload asked,
            JobContext context,
            Tables tables,
            PageApplier applier,
            Progress progress) {
        this.connector = connector;
        this.bound = bound;
        this.asked = asked;
        this.context = context;
        this.tables = tables;
        this.applier = applier;
        this.progress = progress;
    }

    /**
     * Pulls, from where an earlier try has stopped.
     *
     * @throws GuardException if every record is gone at once
     * @throws Exception what the connector throws
     */
    void run() throws Exception {
        PullState state = PullState.read(context, bound.stream());
        if (state == null) {
            state = begin();
        }
        if (state.phase() != Phase.DONE) {
            progress.stream(state.met());
        }
        while (state.phase() == Phase.PAGES) {
            state = page(state);
            context.proceed();
        }
        if (state.phase() == Phase.PARENTS) {
            retryWaiting(state);
            state = move(state, state.at(state.whole() ? Phase.GONE : Phase.DONE, ""));
        }
        if (state.phase() == Phase.GONE) {
            refuseToEmpty(state);
        }
        while (state.phase() == Phase.GONE) {
            state = gone(state);
            context.proceed();
        }
    }

    private boolean isIncremental() {
        return bound.binding().incremental() && asked.window() == null;
    }

    private PullState begin() {
        String checkpoint = isIncremental() && !asked.force() ? tables.records().checkpoint(bound) : null;
        boolean whole =
                bound.binding().deletion() == Deletion.FULL_PASS && asked.window() == null && checkpoint == null;
        return new PullState(Phase.PAGES, context.run().id(), whole, 0, checkpoint);
    }

    private PullState page(PullState state) throws Exception {
        FetchRequest request = new FetchRequest(bound.stream(), asked.window(), state.cursor());
        RecordPage page = checked(connector.fetch(request), request);
        PullState after = state.after(page.records().size(), page.checkpoint(), page.last());
        Sorting sorted = Sorting.of(bound, page.records());
        Work work = new Work(sorted.candidates(), sorted.refused(), false, () -> {
            after.write(context, bound.stream());
            if (isIncremental()) {
                tables.records()
                        .checkpoint(bound, page.checkpoint(), context.run().id());
            }
            progress.tell(after.met(), page.total());
        });
        applier.apply(pull(state), work, () -> state.write(context, bound.stream()));
        return after;
    }

    private RecordPage checked(@Nullable RecordPage page, FetchRequest request) {
        String which = "A page of the stream '" + request.stream() + "' of " + bound.system();
        if (page == null) {
            throw new InvalidPageException(which + " is missing.");
        }
        if (page.records().size() > MAX_RECORDS) {
            throw new InvalidPageException(
                    which + " has " + page.records().size() + " records; " + MAX_RECORDS + " is the limit.");
        }
        String checkpoint = page.checkpoint();
        if (checkpoint != null && checkpoint.length() > MAX_CHECKPOINT) {
            throw new InvalidPageException(which + " has a checkpoint of " + checkpoint.length() + " characters; "
                    + MAX_CHECKPOINT + " is the limit.");
        }
        if (checkpoint != null && !Sorting.isStorable(checkpoint)) {
            throw new InvalidPageException(
                    which + " has a checkpoint with a NUL or half a character, which no database takes.");
        }
        // The same checkpoint again, or none, would fetch the same page for ever.
        if (!page.last() && (checkpoint == null || Objects.equals(checkpoint, request.checkpoint()))) {
            throw new InvalidPageException(which + " is not the last, but leads to no other page.");
        }
        return page;
    }

    private Pull pull(PullState state) {
        return new Pull(bound, context, state.pass(), state.whole());
    }

    private PullState move(PullState before, PullState after) {
        Work nothing = new Work(List.of(), List.of(), false, () -> after.write(context, bound.stream()));
        applier.apply(pull(before), nothing, () -> before.write(context, bound.stream()));
        return after;
    }

    /** Tries what waited for a parent, until no more parents turn up. */
    private void retryWaiting(PullState state) {
        long left = Long.MAX_VALUE;
        for (long waiting = waiting(state); waiting > 0 && waiting < left; waiting = waiting(state)) {
            left = waiting;
            long after = 0;
            List<SetAsideRows.Awaiting> some = awaiting(state, after);
            while (!some.isEmpty()) {
                List<RemoteRecord> records =
                        some.stream().map(SetAsideRows.Awaiting::record).toList();
                Sorting sorted = Sorting.of(bound, records);
                Runnable stay = () -> state.write(context, bound.stream());
                applier.apply(pull(state), new Work(sorted.candidates(), sorted.refused(), true, stay), stay);
                context.proceed();
                after = some.get(some.size() - 1).id();
                some = awaiting(state, after);
            }
        }
    }

    private List<SetAsideRows.Awaiting> awaiting(PullState state, long after) {
        return tables.setAsides().awaiting(bound, state.pass(), after, CHUNK);
    }

    private long waiting(PullState state) {
        return tables.setAsides().waiting(bound, state.pass());
    }

    private void refuseToEmpty(PullState state) {
        if (state.met() == 0
                && !tables.records().unseen(bound, state.pass(), "", 1).isEmpty()) {
            throw new GuardException("The stream '" + bound.stream() + "' of " + bound.system()
                    + " was empty, though records of it are known. Nothing is deleted for that: look whether the system"
                    + " answers as it should.");
        }
    }

    private PullState gone(PullState state) {
        String after = state.cursor() == null ? "" : state.cursor();
        List<String> ids = tables.records().unseen(bound, state.pass(), after, CHUNK);
        boolean last = ids.size() < CHUNK;
        PullState next = state.at(last ? Phase.DONE : Phase.GONE, last ? null : ids.get(ids.size() - 1));
        List<Candidate> candidates = new ArrayList<>();
        ids.forEach(id -> candidates.add(Candidate.of(bound, RemoteRecord.gone(id))));
        Work work = new Work(candidates, List.of(), false, () -> {
            next.write(context, bound.stream());
            if (last) {
                tables.setAsides().deleteUnseen(bound, state.pass());
            }
        });
        // They were not met: a record that comes back must look new to the next pass.
        Pull pull = new Pull(bound, context, state.pass(), false);
        applier.apply(pull, work, () -> state.write(context, bound.stream()));
        return next;
    }
}
