package io.synctracker.target;

import io.synctracker.ChangeType;
import org.jspecify.annotations.Nullable;

/**
 * Which request stands for which change. A path is appended to the target's URL, or is an absolute URL itself, which is
 * then sent the same headers and credentials. Both may use {@code {externalId}}, {@code {id}} (the entity's own id) and
 * {@code {type}}, percent-encoded where they stand. Neither is a place for secrets: a path is shown in errors.
 *
 * <p>A {@link HttpMessage.Body#PLAIN plain} body is created with {@code POST <url>}, updated with {@code PUT
 * <url>/{externalId}} and deleted with {@code DELETE <url>/{externalId}}. The other bodies say themselves what happened,
 * so each change is a {@code POST <url>}.
 *
 * <p>An entity whose external id is known is updated even where the change is its creation, and one whose external id
 * is needed but unknown is created even where the change is an update. A delete that needs an unknown external id is
 * accepted without a call: the system never answered that it has the entity.
 *
 * @param create the request for a new entity; it cannot use {@code {externalId}}
 * @param update the request for a changed entity
 * @param delete the request for a deleted entity
 */
public record HttpActions(Action create, Action update, Action delete) {

    /** Each request as the message's body suggests it. */
    public static final HttpActions DEFAULT = new HttpActions(null, null, null);

    /** {@code null} stands for the default. */
    public HttpActions(@Nullable Action create, @Nullable Action update, @Nullable Action delete) {
        this.create = create == null ? Action.DEFAULT : create;
        this.update = update == null ? Action.DEFAULT : update;
        this.delete = delete == null ? Action.DEFAULT : delete;
    }

    /** Returns these requests with another one for new entities; see {@link Action}. */
    public HttpActions withCreate(@Nullable String method, @Nullable String path) {
        return new HttpActions(new Action(method, path), update, delete);
    }

    /** Returns these requests with another one for changed entities; see {@link Action}. */
    public HttpActions withUpdate(@Nullable String method, @Nullable String path) {
        return new HttpActions(create, new Action(method, path), delete);
    }

    /** Returns these requests with another one for deleted entities; see {@link Action}. */
    public HttpActions withDelete(@Nullable String method, @Nullable String path) {
        return new HttpActions(create, update, new Action(method, path));
    }

    /** Returns the request for a change, with every default filled in. */
    Request requestFor(ChangeType change, HttpMessage.Body body) {
        Action action = change == ChangeType.CREATE ? create : change == ChangeType.UPDATE ? update : delete;
        boolean resource = body == HttpMessage.Body.PLAIN && change != ChangeType.CREATE;
        String verb = !resource ? "POST" : change == ChangeType.UPDATE ? "PUT" : "DELETE";
        return new Request(
                action.method == null ? verb : action.method,
                action.path == null ? (resource ? "/{externalId}" : "") : action.path);
    }

    /**
     * One request.
     *
     * @param method {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE}, the last without a body; {@code null}
     *     for the default
     * @param path what is appended to the URL, or an absolute URL; {@code null} for the default
     */
    public record Action(@Nullable String method, @Nullable String path) {
        private static final Action DEFAULT = new Action(null, null);
    }

    /** A method and a path, both known. */
    record Request(String method, String path) {}
}
