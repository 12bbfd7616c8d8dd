package io.synctracker.capture;

import io.synctracker.store.TableNames;
import io.synctracker.tracking.SyncTrackedEntity;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.mapping.PersistentClass;

/** Lets Hibernate find a capture in the properties of the factory it builds; without one it does nothing. */
public final class CaptureIntegrator implements Integrator {

    /** Called by Hibernate's service loader. */
    public CaptureIntegrator() {}

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor sessionFactory) {
        Object capture = sessionFactory.getProperties().get(ChangeCapture.SETTING);
        if (capture instanceof ChangeCapture found) {
            nameTables(metadata, found.tables());
            found.attach(sessionFactory);
        }
    }

    /** Puts the tables' names into the mapping, which as an annotation can only hold a text that is always the same. */
    private static void nameTables(Metadata metadata, TableNames tables) {
        PersistentClass mapping = metadata.getEntityBinding(SyncTrackedEntity.class.getName());
        if (mapping != null) {
            mapping.getTable().setSubselect(SyncTrackedEntity.rows(tables.trackedEntities(), tables.links()));
        }
    }
}
