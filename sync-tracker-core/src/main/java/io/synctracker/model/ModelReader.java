package io.synctracker.model;

import io.synctracker.Payload;
import io.synctracker.SyncTracked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Decides which model an entity class belongs to: the topmost class of its family that is tracked gives the name. */
final class ModelReader {

    private static final int MAX_NAME = 100;

    private final SessionFactoryImplementor factory;
    private final ModelSettings settings;
    private final Supplier<Set<String>> declaredTargets;
    private final Set<String> usedSettings = new HashSet<>();
    private final Map<String, Found> byName = new HashMap<>();

    ModelReader(SessionFactoryImplementor factory, ModelSettings settings, Supplier<Set<String>> declaredTargets) {
        this.factory = factory;
        this.settings = settings;
        this.declaredTargets = declaredTargets;
    }

    /**
     * A tracked class's model.
     *
     * @param name the logical name
     * @param root the class that gives it
     * @param model the model; its targets are known only when the first change is recorded
     */
    record Found(String name, Class<?> root, Supplier<TrackedModel> model) {}

    @Nullable
    Found find(EntityPersister persister) {
        for (Class<?> type : family(persister.getMappedClass())) {
            SyncTracked annotation = type.getAnnotation(SyncTracked.class);
            String name = nameOf(type, annotation);
            ModelSettings.Model model = settingsOf(name, type);
            if (model != null && Boolean.FALSE.equals(model.enabled())) {
                return null;
            }
            if (annotation != null || model != null) {
                return register(name, type, annotation, model == null ? ModelSettings.Model.INHERIT : model);
            }
        }
        return null;
    }

    void refuseUnknownSettings() {
        for (String key : settings.models().keySet()) {
            if (!usedSettings.contains(key)) {
                throw new InvalidModelException(
                        "sync-tracker.models." + key + " names no entity. Use the entity's"
                                + " logical name, its JPA name, or its class name, as in sync-tracker.models.\"[com.example.User]\".");
            }
        }
    }

    private Found register(String name, Class<?> root, @Nullable SyncTracked annotation, ModelSettings.Model model) {
        Found known = byName.get(name);
        if (known != null && known.root() != root) {
            throw new InvalidModelException(known.root().getName() + " and " + root.getName() + " are both tracked as '"
                    + name + "'. Give one of them another @SyncTracked(name).");
        }
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new InvalidModelException("The logical name '" + name + "' of " + root.getName() + " has "
                    + name.length() + " characters; 1 to " + MAX_NAME + " are allowed. Set @SyncTracked(name).");
        }
        if (known == null) {
            known = new Found(name, root, new Once(() -> model(name, root, annotation, model)));
            byName.put(name, known);
        }
        return known;
    }

    private TrackedModel model(
            String name, Class<?> root, @Nullable SyncTracked annotation, ModelSettings.Model model) {
        Set<String> targets = model.targets();
        if (targets == null) {
            targets = annotation == null ? Set.of() : Set.of(annotation.targets());
            targets = targets.isEmpty() ? declaredTargets.get() : targets;
        }
        Payload payload = model.payload();
        if (payload == null) {
            payload = annotation == null ? Payload.LATEST : annotation.payload();
        }
        Boolean coalesce = model.coalesce();
        if (coalesce == null) {
            coalesce = annotation == null || annotation.coalesce();
        }
        return new TrackedModel(name, root, targets, payload, coalesce, model.tracked(settings.trackedByDefault()));
    }

    private ModelSettings.@Nullable Model settingsOf(String name, Class<?> type) {
        for (String key : List.of(type.getName(), name)) {
            ModelSettings.Model model = settings.models().get(key);
            if (model != null) {
                usedSettings.add(key);
                return model;
            }
        }
        return null;
    }

    private String nameOf(Class<?> type, @Nullable SyncTracked annotation) {
        if (annotation != null && !annotation.name().isEmpty() && declares(type)) {
            return annotation.name();
        }
        return factory.getMappingMetamodel().getEntityDescriptor(type).getImportedName();
    }

    /** An annotation that only a mapped superclass carries cannot name several entities alike. */
    private boolean declares(Class<?> type) {
        return type.getDeclaredAnnotation(SyncTracked.class) != null;
    }

    /** Returns the entity classes above a class and the class itself, topmost first. */
    private List<Class<?>> family(@Nullable Class<?> type) {
        List<Class<?>> family = new ArrayList<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            if (factory.getMappingMetamodel().findEntityDescriptor(each) != null) {
                family.add(0, each);
            }
        }
        return family;
    }

    /** Builds a model when it is first needed, since targets may need the entity manager factory. */
    private static final class Once implements Supplier<TrackedModel> {

        private final Supplier<TrackedModel> source;
        private volatile @Nullable TrackedModel value;

        Once(Supplier<TrackedModel> source) {
            this.source = source;
        }

        @Override
        public TrackedModel get() {
            TrackedModel known = value;
            if (known == null) {
                known = source.get();
                value = known;
            }
            return known;
        }
    }
}
