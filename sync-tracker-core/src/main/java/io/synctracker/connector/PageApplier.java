package io.synctracker.connector;

import io.synctracker.SyncTrackerException;
import io.synctracker.connector.PageTransaction.Work;
import io.synctracker.job.JobStoppedException;
import io.synctracker.model.DatabaseOutage;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies a page in one transaction. If that fails, it finds out which records are to blame, by halves, and sets only
 * those aside. Thread-safe.
 */
final class PageApplier {

    private static final Logger LOGGER = LoggerFactory.getLogger(PageApplier.class);
    private static final int TRIES = 5;

    private final PageTransaction transaction;

    PageApplier(PageTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Applies a page.
     *
     * @param pull the stream
     * @param work the page
     * @param before what belongs to a transaction that is not the page's last one
     * @throws JobStoppedException if the run is no longer this process's
     * @throws SyncTrackerException if the database is out of order
     */
    void apply(Pull pull, Work work, Runnable before) {
        Work left = work;
        while (true) {
            try {
                applyOrSplit(pull, left, before);
                return;
            } catch (RecordFailedException e) {
                left = without(left, e.candidate(), e.reason());
            }
        }
    }

    private static Work without(Work work, Candidate guilty, String reason) {
        List<Candidate> others = new ArrayList<>(work.candidates());
        others.remove(guilty);
        List<Refused> refused = new ArrayList<>(work.refused());
        refused.add(guilty.refused(reason));
        return work.of(others, refused, work.last());
    }

    private void applyOrSplit(Pull pull, Work work, Runnable before) {
        try {
            repeated(pull, work);
        } catch (RecordFailedException e) {
            throw e;
        } catch (UnconfirmedException e) {
            throw e.reason();
        } catch (RuntimeException e) {
            // A record that somebody holds on to is not at fault: set aside, it would not come again.
            if (DatabaseOutage.isCauseOf(e)
                    || Failures.isLocked(e)
                    || work.candidates().isEmpty()) {
                throw new SyncTrackerException(
                        "The page could not be applied, and nothing of it is: " + Failures.kinds(e) + ".", e);
            }
            split(pull, work, before, e);
        }
    }

    private void split(Pull pull, Work work, Runnable before, RuntimeException failure) {
        int size = work.candidates().size();
        if (size == 1) {
            LOGGER.debug("A record of {} is set aside: {}", pull.bound().system(), Failures.kinds(failure));
            apply(pull, without(work, work.candidates().get(0), Failures.reason(failure)), before);
        } else {
            List<Candidate> first = work.candidates().subList(0, size / 2);
            apply(pull, work.of(first, List.of(), before), before);
            List<Candidate> second = work.candidates().subList(size / 2, size);
            apply(pull, work.of(second, work.refused(), work.last()), before);
        }
    }

    /** Does it again if another transaction was in the way. */
    private void repeated(Pull pull, Work work) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.run(pull, work);
                return;
            } catch (RuntimeException e) {
                if (attempt == TRIES || !Failures.lostARace(e)) {
                    throw e;
                }
            }
        }
    }
}
