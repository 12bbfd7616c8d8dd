package io.synctracker.target;

import static java.util.Objects.requireNonNull;

import io.synctracker.ChangeType;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where each kind of request goes. Immutable. */
final class HttpRoutes {

    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final Map<ChangeType, Route> routes = new EnumMap<>(ChangeType.class);

    HttpRoutes(TargetSettings settings, HttpTargetOptions options) {
        settings.check("url", !options.url().isEmpty(), "is missing: set it to the address of the system.");
        settings.read("url", () -> UrlTemplate.of(options.url(), ""));
        for (ChangeType change : ChangeType.values()) {
            routes.put(change, route(settings, change, options));
        }
    }

    private static Route route(TargetSettings settings, ChangeType change, HttpTargetOptions options) {
        HttpActions.Request request =
                options.actions().requestFor(change, options.message().body());
        String setting = "actions." + change.name().toLowerCase(Locale.ROOT);
        String method = request.method().strip().toUpperCase(Locale.ROOT);
        settings.check(
                setting + ".method",
                METHODS.contains(method),
                "is '" + Redaction.NONE.clean(method) + "': use POST, PUT, PATCH or DELETE.");
        UrlTemplate url = settings.read(
                setting + ".path",
                () -> UrlTemplate.of(options.url(), request.path().strip()));
        settings.check(
                setting + ".path",
                change != ChangeType.CREATE || !url.needs(UrlTemplate.EXTERNAL_ID),
                "uses {externalId}, which a new entity does not have: use {id}, or nothing.");
        return new Route(method, url);
    }

    Route of(ChangeType request) {
        return requireNonNull(routes.get(request));
    }

    /** Returns which request stands for a change; empty for a delete of what the system never said it has. */
    Optional<ChangeType> requestFor(Delivery delivery) {
        ChangeType action = delivery.action();
        if (hasExternalId(delivery)) {
            return Optional.of(action == ChangeType.CREATE ? ChangeType.UPDATE : action);
        }
        if (!of(action).url().needs(UrlTemplate.EXTERNAL_ID)) {
            return Optional.of(action);
        }
        return action == ChangeType.DELETE ? Optional.empty() : Optional.of(ChangeType.CREATE);
    }

    static boolean hasExternalId(Delivery delivery) {
        return delivery.externalId().filter(id -> !id.isBlank()).isPresent();
    }

    /** Returns whether an entity without an external id could never be updated or deleted. */
    boolean needExternalId() {
        return routes.values().stream().anyMatch(route -> route.url().needs(UrlTemplate.EXTERNAL_ID));
    }

    /**
     * Where one kind of request goes.
     *
     * @param method in capitals
     * @param url with placeholders
     */
    record Route(String method, UrlTemplate url) {
        boolean hasBody() {
            return !method.equals("DELETE");
        }
    }
}
