package io.synctracker.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows who makes a request and what they may. Thread-safe. */
final class Caller {

    private static final int MAX_NAME = 100;

    private final SyncTrackerAccess access;

    Caller(SyncTrackerAccess access) {
        this.access = access;
    }

    Optional<String> name(HttpServletRequest request) {
        return access.user(request)
                .filter(name -> !name.isBlank())
                .map(name -> name.substring(0, Math.min(name.length(), MAX_NAME)));
    }

    @Nullable
    String nameOrNull(HttpServletRequest request) {
        return name(request).orElse(null);
    }

    boolean may(HttpServletRequest request, SyncTrackerPermission permission) {
        return access.allowed(request, permission);
    }

    void require(HttpServletRequest request, SyncTrackerPermission permission) {
        if (may(request, permission)) {
            return;
        }
        requireSomebody(request);
        throw new ProblemException(
                ProblemKind.FORBIDDEN,
                "You may not do this: it needs the permission to "
                        + permission.name().toLowerCase(Locale.ROOT) + ".");
    }

    void requireSomebody(HttpServletRequest request) {
        if (name(request).isEmpty()) {
            throw new ProblemException(ProblemKind.UNAUTHENTICATED, "Log in first.");
        }
    }
}
