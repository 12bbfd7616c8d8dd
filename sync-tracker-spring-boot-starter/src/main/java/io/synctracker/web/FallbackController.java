package io.synctracker.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Answers what nothing else of the API answers, so that not even that is left to the host's error page. */
@ApiController
class FallbackController extends ProblemHandler {

    private static final String EVERYTHING = "/**";

    private final RequestMappingHandlerMapping mappings;

    FallbackController(RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    @RequestMapping(EVERYTHING)
    Reply nothing(HttpServletRequest request) {
        Set<String> methods = new TreeSet<>();
        mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> covers(mapping, request))
                .forEach(mapping ->
                        mapping.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name())));
        if (methods.isEmpty()) {
            throw new ProblemException(
                    ProblemKind.NOT_FOUND,
                    "The API has nothing at this address. See its openapi.json for what it has.");
        }
        String allowed = String.join(", ", methods);
        throw new ProblemException(
                ProblemKind.METHOD_NOT_ALLOWED, "Use " + allowed + " here.", Map.of("Allow", allowed));
    }

    private static boolean covers(RequestMappingInfo mapping, HttpServletRequest request) {
        return mapping.getPathPatternsCondition() != null
                && mapping.getPathPatternsCondition().getMatchingCondition(request) != null;
    }
}
