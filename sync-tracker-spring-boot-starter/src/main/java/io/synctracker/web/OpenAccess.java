package io.synctracker.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/** Lets everybody do everything, as {@code sync-tracker.web.allow-anonymous} says. */
final class OpenAccess implements SyncTrackerAccess {

    @Override
    public boolean allowed(HttpServletRequest request, SyncTrackerPermission permission) {
        return true;
    }

    @Override
    public Optional<String> user(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName);
    }
}
