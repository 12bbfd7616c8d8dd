package io.synctracker.web;

import static io.synctracker.web.SyncTrackerPermission.VIEW;

import io.synctracker.EntityRef;
import io.synctracker.SyncState;
import io.synctracker.model.TrackedModel;
import io.synctracker.model.TrackedModels;
import io.synctracker.tracking.TrackerParts;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where one entity stands in every system. Its type is one of the tracked models' names, and never a class. */
@ApiController
class EntityController extends ProblemHandler {

    private static final int MAX_ID = 255;

    private final TrackedModels models;
    private final TrackerParts tracker;

    EntityController(TrackedModels models, TrackerParts tracker) {
        this.models = models;
        this.tracker = tracker;
    }

    @GetMapping("/entities/{type}/{id}")
    @Requires(VIEW)
    Reply one(@PathVariable("type") String type, @PathVariable("id") String id) {
        TrackedModel model = models.byName(type)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.UNKNOWN_TYPE, "Nothing of that type is tracked. There are: " + names() + "."));
        EntityRef entity = new EntityRef(model.name(), id);
        if (id.length() > MAX_ID) {
            throw unknown(entity);
        }
        List<SyncState> states = tracker.states(entity).orElseThrow(() -> unknown(entity));
        return Reply.ok(new Standing(model.name(), id, states, unlinked(model, states)));
    }

    private static ProblemException unknown(EntityRef entity) {
        return new ProblemException(
                ProblemKind.UNKNOWN_ENTITY, "No change of a " + entity.type() + " of that id was ever recorded.");
    }

    private String names() {
        return models.all().stream().map(TrackedModel::name).sorted().collect(Collectors.joining(", "));
    }

    private static Collection<String> unlinked(TrackedModel model, List<SyncState> states) {
        Set<String> systems = new TreeSet<>(model.targets());
        states.forEach(state -> systems.remove(state.system()));
        return systems;
    }

    /**
     * Where an entity stands.
     *
     * @param type its logical type
     * @param id its id
     * @param states where it stands, in each system that has met it
     * @param neverSynced the targets that have not
     */
    record Standing(String type, String id, List<SyncState> states, Collection<String> neverSynced) {}
}
