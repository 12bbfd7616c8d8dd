package io.synctracker.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Goes by the authorities that the host's Spring Security has given. To manage is to run, and to run is to view. */
final class AuthorityAccess implements SyncTrackerAccess {

    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
    private final Map<SyncTrackerPermission, Set<String>> sufficient = new EnumMap<>(SyncTrackerPermission.class);

    AuthorityAccess(WebProperties.Authorities authorities) {
        Set<String> run = union(authorities.run(), authorities.manage());
        sufficient.put(SyncTrackerPermission.VIEW, union(authorities.view(), run));
        sufficient.put(SyncTrackerPermission.RUN, run);
        sufficient.put(SyncTrackerPermission.MANAGE, Set.copyOf(authorities.manage()));
        sufficient.put(SyncTrackerPermission.EXPORT, Set.copyOf(authorities.export()));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    @Override
    public boolean allowed(HttpServletRequest request, SyncTrackerPermission permission) {
        Authentication authentication = authentication();
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(authority ->
                                sufficient.getOrDefault(permission, Set.of()).contains(authority.getAuthority()));
    }

    @Override
    public Optional<String> user(HttpServletRequest request) {
        return Optional.ofNullable(authentication()).map(Authentication::getName);
    }

    private @Nullable Authentication authentication() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return trust.isAuthenticated(authentication) ? authentication : null;
    }
}
