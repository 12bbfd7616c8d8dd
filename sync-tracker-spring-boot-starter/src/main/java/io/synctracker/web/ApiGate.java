package io.synctracker.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Stands before every request to the API: who may, how often, with which parameters. Lets all others of the host pass. */
final class ApiGate implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Caller caller;
    private final TokenBuckets buckets;

    ApiGate(Caller caller, TokenBuckets buckets) {
        this.caller = caller;
        this.buckets = buckets;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // A stream that ends is dispatched once more; it has passed before.
        if (handler instanceof HandlerMethod method
                && request.getDispatcherType() == DispatcherType.REQUEST
                && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ApiController.class)) {
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            Requires requires = method.getMethodAnnotation(Requires.class);
            if (requires != null) {
                caller.require(request, requires.value());
                if (READING.contains(request.getMethod())) {
                    checkParameters(request, requires.parameters());
                }
            }
            // What only looks changes nothing, though it may be asked with a body.
            boolean looks = requires != null && requires.value() == SyncTrackerPermission.VIEW;
            if (!READING.contains(request.getMethod()) && !looks) {
                checkRate(request);
            }
        }
        return true;
    }

    private static void checkParameters(HttpServletRequest request, String[] allowed) {
        List<String> known = Arrays.asList(allowed);
        for (Map.Entry<String, String[]> parameter : parameters(request).entrySet()) {
            String name = parameter.getKey();
            if (!known.contains(name)) {
                String shown = name.substring(0, Math.min(name.length(), 40));
                throw ProblemException.of(
                        ProblemKind.INVALID_PARAMETER,
                        shown,
                        "There is no parameter '" + shown + "' here. "
                                + (known.isEmpty() ? "There is none." : "There are: " + sorted(known) + "."));
            }
            if (parameter.getValue().length > 1) {
                throw ProblemException.of(
                        ProblemKind.INVALID_PARAMETER,
                        name,
                        "The parameter '" + name + "' is there twice. Give it once.");
            }
        }
    }

    /** A container refuses to read what is no UTF-8, each with an exception of its own. */
    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemKind.INVALID_PARAMETER, "The parameters cannot be read. Encode them as UTF-8.");
        }
    }

    private static String sorted(List<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }

    private void checkRate(HttpServletRequest request) {
        String who = caller.name(request).map(name -> "user " + name).orElse("address " + request.getRemoteAddr());
        long seconds = buckets.take(who);
        if (seconds > 0) {
            throw new ProblemException(
                    ProblemKind.TOO_MANY_REQUESTS,
                    String.format(Locale.ROOT, "Too many changes at once. Try again in %d s.", seconds),
                    Map.of("Retry-After", Long.toString(seconds)));
        }
    }
}
