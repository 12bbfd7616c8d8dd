package io.synctracker.autoconfigure;

import io.synctracker.connector.DeclaredConnection;
import io.synctracker.http.HttpConnectorFactory;
import io.synctracker.http.HttpConnectorOptions;
import io.synctracker.model.ModelSettings;
import io.synctracker.relay.RelaySettings;
import io.synctracker.relay.TargetSettings;
import io.synctracker.store.TableNames;
import io.synctracker.target.HttpTarget;
import io.synctracker.target.Secret;
import io.synctracker.target.SyncTarget;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * All settings of sync-tracker.
 *
 * @param enabled Whether sync-tracker does anything at all.
 * @param tableName Name of the table that holds one row per tracked entity.
 * @param bulkDetection What happens when a bulk statement changes a tracked table behind the back of Hibernate's
 *     entities.
 * @param defaultTracking Which kinds of change are recorded where a model does not say.
 * @param models Settings of tracked entity classes, by logical name or class name; a class name with dots stands in
 *     brackets.
 * @param relay How changes are delivered.
 * @param retry When a deferred change is delivered again.
 * @param breaker When a target that fails in a row is left alone for a while.
 * @param cleanup When delivered changes are removed from the log.
 * @param targets Settings of targets, by name; with an http part, the target itself.
 * @param encryption Keys for sensitive attributes.
 * @param schema The tables.
 * @param jobs How work is run in the background.
 * @param pull How often and how long the pull of a connection is tried.
 * @param connections Connections to external systems that are pulled, by name.
 * @param credentials Secrets that connections share, by name.
 * @param notifications Who is told of runs that have failed.
 */
@ConfigurationProperties("sync-tracker")
record SyncTrackerProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("sync_tracked_entities") String tableName,
        @DefaultValue("warn") BulkDetection bulkDetection,
        @NestedConfigurationProperty @DefaultValue DefaultTracking defaultTracking,
        @DefaultValue Map<String, ModelProperties> models,
        @NestedConfigurationProperty @DefaultValue RelayProperties relay,
        @NestedConfigurationProperty @DefaultValue RetryProperties retry,
        @NestedConfigurationProperty @DefaultValue BreakerProperties breaker,
        @NestedConfigurationProperty @DefaultValue CleanupProperties cleanup,
        @DefaultValue Map<String, TargetProperties> targets,
        @NestedConfigurationProperty @DefaultValue EncryptionProperties encryption,
        @NestedConfigurationProperty @DefaultValue SchemaProperties schema,
        @NestedConfigurationProperty @DefaultValue JobProperties jobs,
        @NestedConfigurationProperty @DefaultValue PullProperties pull,
        @DefaultValue Map<String, ConnectionProperties> connections,
        @DefaultValue Map<String, Secret> credentials,
        @NestedConfigurationProperty @DefaultValue NotificationProperties notifications) {

    TableNames tables() {
        return schema.tables(tableName);
    }

    ModelSettings modelSettings() {
        Map<String, ModelSettings.Model> named = new HashMap<>();
        models.forEach((name, model) -> named.put(name, model.toSettings()));
        return new ModelSettings(defaultTracking.changes(), named);
    }

    List<SyncTarget> httpTargets(Clock clock) {
        List<SyncTarget> made = new ArrayList<>();
        targets.forEach((name, target) -> {
            if (target.http() != null) {
                made.add(HttpTarget.of(name, target.http(), clock));
            }
        });
        return made;
    }

    List<DeclaredConnection> declaredConnections(HttpConnectorFactory factory) {
        List<DeclaredConnection> made = new ArrayList<>();
        connections.forEach((name, connection) -> {
            HttpConnectorOptions http = connection.http();
            if (http == null) {
                throw new InvalidSettingsException(
                        "sync-tracker.connections." + name + " has no part that says how it is pulled.",
                        "Add sync-tracker.connections." + name + ".http, or remove the connection.");
            }
            made.add(new DeclaredConnection(
                    factory.create(name, http), HttpConnectorFactory.KIND, factory.bindings(name, http)));
        });
        return made;
    }

    RelaySettings relaySettings() {
        TargetSettings general = new TargetSettings(relay.concurrency(), null, retry.policy(), breaker.policy());
        Map<String, TargetSettings> named = new HashMap<>();
        targets.forEach((name, target) -> named.put(name, target.over(general)));
        return new RelaySettings(
                relay.pollInterval(),
                relay.batchSize(),
                relay.lease(),
                relay.callTimeout(),
                relay.shutdownTimeout(),
                relay.notifyOthers(),
                general,
                named);
    }
}
