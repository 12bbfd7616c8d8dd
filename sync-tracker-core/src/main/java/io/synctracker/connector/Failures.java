package io.synctracker.connector;

import io.synctracker.SyncTrackerException;
import io.synctracker.model.DatabaseOutage;
import io.synctracker.tracking.LinkBusyException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import org.hibernate.PropertyValueException;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.PessimisticLockingFailureException;

/** Tells failures apart, and says what failed without a word of what was in it. */
final class Failures {

    private static final Set<String> LOST_A_RACE = Set.of("40001", "40P01", "90131", "HYT00", "55P03");
    private static final int MARIADB_LOCK_WAIT_TIMEOUT = 1205;
    private static final int MARIADB_RECORD_CHANGED = 1020;

    private Failures() {}

    /** Returns whether the same work may succeed if it is done again at once. */
    static boolean lostARace(Throwable failure) {
        return find(failure, Failures::isLostRace) != null;
    }

    /** Returns whether another transaction is in the way, whatever the record holds. */
    static boolean isLocked(Throwable failure) {
        return find(failure, Failures::isLock) != null;
    }

    private static boolean isLostRace(Throwable cause) {
        return isLock(cause)
                || cause instanceof ConcurrencyFailureException
                || cause instanceof OptimisticLockException
                || cause instanceof StaleStateException;
    }

    private static boolean isLock(Throwable cause) {
        return cause instanceof PessimisticLockingFailureException
                || cause instanceof PessimisticLockException
                || cause instanceof LinkBusyException
                || cause instanceof SQLException sql
                        && (LOST_A_RACE.contains(String.valueOf(sql.getSQLState()))
                                || sql.getErrorCode() == MARIADB_LOCK_WAIT_TIMEOUT
                                || sql.getErrorCode() == MARIADB_RECORD_CHANGED);
    }

    /** Lets a failure through that would have hit any record: a lost race, or a database that does not answer. */
    static void throwIfNoRecordIsToBlame(RuntimeException failure) {
        if (lostARace(failure) || DatabaseOutage.isCauseOf(failure)) {
            throw failure;
        }
    }

    /** Says why a record cannot be applied; databases quote values in their texts, so those are left out. */
    static String reason(RuntimeException failure) {
        if (find(failure, PropertyValueException.class::isInstance) instanceof PropertyValueException missing) {
            return "The attribute '" + missing.getPropertyName() + "' must have a value.";
        }
        if (find(failure, ConstraintViolationException.class::isInstance)
                        instanceof ConstraintViolationException refused
                && refused.getConstraintName() != null) {
            return "The database refused it: the constraint " + refused.getConstraintName() + " forbids it.";
        }
        if (find(failure, SyncTrackerException.class::isInstance) instanceof SyncTrackerException ours) {
            return String.valueOf(ours.getMessage());
        }
        return "It was refused: " + kinds(failure) + ".";
    }

    /** Names the kinds of a failure and of what caused it. */
    static String kinds(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return failure.getClass().getSimpleName()
                + (root == failure ? "" : ", caused by " + root.getClass().getSimpleName());
    }

    private static @Nullable Throwable find(Throwable failure, Predicate<Throwable> wanted) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (wanted.test(cause)) {
                return cause;
            }
        }
        return null;
    }
}
