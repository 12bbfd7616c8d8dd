package io.synctracker.connector;

/** One record of a transaction is to blame that it must be rolled back. */
final class RecordFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Candidate candidate;
    private final String reason;

    RecordFailedException(Candidate candidate, String reason) {
        super(reason, null, false, false);
        this.candidate = candidate;
        this.reason = reason;
    }

    Candidate candidate() {
        return candidate;
    }

    String reason() {
        return reason;
    }
}
