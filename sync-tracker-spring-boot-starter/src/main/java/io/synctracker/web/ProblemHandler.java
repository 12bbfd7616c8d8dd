package io.synctracker.web;

import io.synctracker.SyncTrackerException;
import io.synctracker.connector.InvalidConnectionException;
import io.synctracker.connector.UnknownConnectionException;
import io.synctracker.job.UnknownJobException;
import io.synctracker.job.UnknownRunException;
import io.synctracker.outbox.UnknownTargetException;
import io.synctracker.schedule.InvalidScheduleException;
import io.synctracker.schedule.UnknownScheduleException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Makes a problem of everything that is thrown in a part of the API. Every part extends this, since its own handlers come
 * before every advice of the host, whatever order that has; and nothing that is thrown elsewhere in the host gets here.
 */
abstract class ProblemHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(ProblemHandler.class);

    private static final Map<Class<? extends SyncTrackerException>, ProblemKind> KINDS = Map.of(
            UnknownRunException.class, ProblemKind.UNKNOWN_RUN,
            UnknownScheduleException.class, ProblemKind.UNKNOWN_SCHEDULE,
            UnknownConnectionException.class, ProblemKind.UNKNOWN_CONNECTION,
            UnknownTargetException.class, ProblemKind.UNKNOWN_TARGET,
            UnknownJobException.class, ProblemKind.CONFLICT,
            InvalidScheduleException.class, ProblemKind.INVALID_VALUE,
            InvalidConnectionException.class, ProblemKind.INVALID_VALUE);

    @ExceptionHandler
    Reply known(ProblemException e, HttpServletRequest request) {
        return new Reply(e.kind().status(), e.problem(request.getRequestURI()), e.headers());
    }

    @ExceptionHandler
    Reply ours(SyncTrackerException e, HttpServletRequest request) {
        ProblemKind general =
                request.getMethod().equals("GET") ? ProblemKind.INVALID_PARAMETER : ProblemKind.INVALID_VALUE;
        ProblemKind kind = KINDS.getOrDefault(e.getClass(), general);
        return known(new ProblemException(kind, String.valueOf(e.getMessage())), request);
    }

    /** Nobody is there any more who could be answered; that the response is asked for tells Spring that it is taken care of. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e, HttpServletResponse response) {
        LOGGER.debug("A listener went away", e);
    }

    /** What happened is for the log: its text may hold statements, values and names that are nobody's business. */
    @ExceptionHandler
    @Nullable
    Reply unexpected(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw e;
        }
        UUID incident = UUID.randomUUID();
        LOGGER.error("{} {} failed; incident {}", request.getMethod(), request.getRequestURI(), incident, e);
        boolean database = e instanceof TransientDataAccessException
                || e instanceof NonTransientDataAccessResourceException
                || e instanceof CannotCreateTransactionException;
        return known(
                database
                        ? new ProblemException(
                                ProblemKind.UNAVAILABLE,
                                "The database does not answer. Try again; the log says more about incident " + incident
                                        + ".",
                                Map.of("Retry-After", "5"))
                        : new ProblemException(
                                ProblemKind.INTERNAL_ERROR, "The log says more about incident " + incident + "."),
                request);
    }
}
