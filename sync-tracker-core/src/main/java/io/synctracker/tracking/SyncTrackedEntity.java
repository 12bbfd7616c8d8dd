package io.synctracker.tracking;

import io.synctracker.SyncStatus;
import io.synctracker.model.JsonText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Where an entity stands in a system, for queries: one row for each entity and each system that something was noted
 * for, tombstones included. Read-only, and mapped over the library's tables without a table of its own, so that neither
 * a naming strategy nor {@code ddl-auto} of the host touches them.
 *
 * <p>Join it by type and id, as in {@code join SyncTrackedEntity s on s.modelName = 'product' and s.modelId = cast(p.id
 * as string)}; {@link SyncScopes} has the usual conditions ready.
 */
@Entity(name = "SyncTrackedEntity")
@Immutable
@Subselect(SyncTrackedEntity.ROWS)
@IdClass(SyncTrackedEntity.Key.class)
@NullUnmarked
public class SyncTrackedEntity {

    /** The rows, over tables of the usual names; other names are put in when the entity manager factory is built. */
    static final String ROWS = """
            select t.model_name, t.model_id, t.incarnation, l.system_name, t.version, t.created_at, t.updated_at,
                   t.deleted_at, l.external_id, l.synced_version, l.metadata, l.first_synced_at, l.synced_at,
                   l.retry_count, l.last_error, l.last_attempt_at,
                   case when l.sync_status = 'synced' and l.synced_version < t.version then 'PENDING'
                        else upper(l.sync_status) end as sync_status
              from {tracked} t
              join {links} l on l.model_name = t.model_name and l.model_id = t.model_id
                            and l.incarnation = t.incarnation""";

    @Id
    @Column(name = "model_name")
    private String modelName;

    @Id
    @Column(name = "model_id")
    private String modelId;

    @Id
    @Column(name = "incarnation")
    private long incarnation;

    @Id
    @Column(name = "system_name")
    private String systemName;

    @Column(name = "version")
    private long version;

    @Enumerated(EnumType.STRING)
    @Column(name = "sync_status")
    private SyncStatus status;

    @Column(name = "external_id")
    private String externalId;

    @Column(name = "synced_version")
    private Long syncedVersion;

    @Column(name = "metadata")
    private String metadata;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    @Column(name = "first_synced_at")
    private Instant firstSyncedAt;

    @Column(name = "synced_at")
    private Instant syncedAt;

    @Column(name = "retry_count")
    private int retryCount;

    @Column(name = "last_error")
    private String lastError;

    @Column(name = "last_attempt_at")
    private Instant lastAttemptAt;

    /** Called by Hibernate. */
    protected SyncTrackedEntity() {}

    /**
     * Returns the rows over tables of given names.
     *
     * @param trackedEntities the entities' table
     * @param links the links' table
     */
    public static String rows(String trackedEntities, String links) {
        return ROWS.replace("{tracked}", trackedEntities).replace("{links}", links);
    }

    /** Returns the entity's logical type name. */
    public String getModelName() {
        return modelName;
    }

    /** Returns the canonical text of the entity's id. */
    public String getModelId() {
        return modelId;
    }

    /** Returns the system's name. */
    public String getSystemName() {
        return systemName;
    }

    /** Returns how often the entity has changed. */
    public long getVersion() {
        return version;
    }

    /** Returns where it stands; pending as soon as it has changed since it was synced. */
    public SyncStatus getStatus() {
        return status;
    }

    /** Returns its id in the system, or {@code null}. */
    public @Nullable String getExternalId() {
        return externalId;
    }

    /** Returns the version that the system holds, or {@code null} if it never had one. */
    public @Nullable Long getSyncedVersion() {
        return syncedVersion;
    }

    /** Returns what was noted about it. */
    public Map<String, @Nullable Object> getMetadata() {
        return JsonText.readMap(metadata);
    }

    /** Returns when the entity was created, or first seen. */
    public Instant getCreatedAt() {
        return createdAt;
    }

    /** Returns when it last changed, or {@code null}. */
    public @Nullable Instant getUpdatedAt() {
        return updatedAt;
    }

    /** Returns when it was deleted, or {@code null}. */
    public @Nullable Instant getDeletedAt() {
        return deletedAt;
    }

    /** Returns when the system first had it, or {@code null}. */
    public @Nullable Instant getFirstSyncedAt() {
        return firstSyncedAt;
    }

    /** Returns when the system last had it, or {@code null}. */
    public @Nullable Instant getSyncedAt() {
        return syncedAt;
    }

    /** Returns how many attempts have failed since the last success. */
    public int getRetryCount() {
        return retryCount;
    }

    /** Returns why the last attempt failed, or {@code null}. */
    public @Nullable String getLastError() {
        return lastError;
    }

    /** Returns when the last attempt ended, or {@code null}. */
    public @Nullable Instant getLastAttemptAt() {
        return lastAttemptAt;
    }

    /**
     * The row's key.
     *
     * @param modelName the logical type name
     * @param modelId the canonical text of the id
     * @param incarnation which life of the entity
     * @param systemName the system's name
     */
    public record Key(String modelName, String modelId, long incarnation, String systemName) implements Serializable {}
}
