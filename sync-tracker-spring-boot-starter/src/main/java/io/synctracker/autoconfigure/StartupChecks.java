package io.synctracker.autoconfigure;

import io.synctracker.model.EntityModels;
import io.synctracker.model.KeyRing;
import io.synctracker.model.TrackedModel;
import io.synctracker.relay.Targets;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Refuses to start what would only fail with the first change. */
final class StartupChecks implements SmartInitializingSingleton {

    private final SyncTrackerPersistence persistence;
    private final EntityModels models;
    private final Targets targets;
    private final KeyRing keys;
    private final SyncTrackerProperties properties;

    StartupChecks(
            SyncTrackerPersistence persistence,
            EntityModels models,
            Targets targets,
            KeyRing keys,
            SyncTrackerProperties properties) {
        this.persistence = persistence;
        this.models = models;
        this.targets = targets;
        this.keys = keys;
        this.properties = properties;
    }

    @Override
    public void afterSingletonsInstantiated() {
        // Waits for a factory that is built in the background; the models are known only then.
        persistence.entityManagerFactory().getMetamodel();
        models.all().forEach(this::checkTargets);
        checkTargetSettings();
        checkKeys();
    }

    private void checkTargets(TrackedModel model) {
        Set<String> unknown = unknown(model.targets());
        if (!unknown.isEmpty()) {
            throw new InvalidSettingsException(
                    "The entity " + model.javaType().getName() + ", tracked as '" + model.name()
                            + "', names targets that nobody declares: " + String.join(", ", unknown) + ". "
                            + declared(),
                    "Declare a SyncTarget bean with that name, or configure sync-tracker.targets."
                            + unknown.iterator().next() + ".http, or correct the name in @SyncTracked(targets) or in"
                            + " sync-tracker.models." + model.name() + ".targets.");
        }
    }

    private void checkTargetSettings() {
        Set<String> unknown = unknown(properties.targets().keySet());
        if (!unknown.isEmpty()) {
            String name = unknown.iterator().next();
            throw new InvalidSettingsException(
                    "sync-tracker.targets." + name + " names a target that nobody declares. " + declared(),
                    "Declare a SyncTarget bean with that name, add sync-tracker.targets." + name
                            + ".http, or correct the name.");
        }
    }

    private void checkKeys() {
        if (!keys.canEncrypt() && !models.sensitiveModels().isEmpty()) {
            throw new InvalidSettingsException(
                    "These entities have @SyncSensitive attributes, but there is no key to encrypt them with: "
                            + String.join(", ", new TreeSet<>(models.sensitiveModels())) + ".",
                    "Set sync-tracker.encryption.active-key and sync-tracker.encryption.keys. Make a key with:"
                            + " openssl rand -base64 32");
        }
    }

    private Set<String> unknown(Set<String> names) {
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeAll(targets.names());
        return unknown;
    }

    private String declared() {
        return targets.names().isEmpty()
                ? "The application declares no target."
                : "The application declares: " + String.join(", ", targets.names()) + ".";
    }
}
