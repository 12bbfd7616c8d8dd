package io.synctracker.capture;

import io.synctracker.tracking.SyncTrackedEntity;
import org.hibernate.boot.ResourceStreamLocator;
import org.hibernate.boot.spi.AdditionalMappingContributions;
import org.hibernate.boot.spi.AdditionalMappingContributor;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.engine.config.spi.ConfigurationService;

/** Maps {@link SyncTrackedEntity} in the factory that is captured, however the host finds its own entities. */
public final class TrackedEntityMapping implements AdditionalMappingContributor {

    /** Called by Hibernate's service loader. */
    public TrackedEntityMapping() {}

    @Override
    public String getContributorName() {
        return "sync-tracker";
    }

    @Override
    public void contribute(
            AdditionalMappingContributions contributions,
            InFlightMetadataCollector metadata,
            ResourceStreamLocator resources,
            MetadataBuildingContext context) {
        ConfigurationService configuration =
                context.getBootstrapContext().getServiceRegistry().requireService(ConfigurationService.class);
        if (configuration.getSettings().get(ChangeCapture.SETTING) instanceof ChangeCapture) {
            contributions.contributeEntity(SyncTrackedEntity.class);
        }
    }
}
