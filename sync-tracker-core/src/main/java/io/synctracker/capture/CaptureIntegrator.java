package io.synctracker.capture;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;

/** Lets Hibernate find a capture in the properties of the factory it builds; without one it does nothing. */
public final class CaptureIntegrator implements Integrator {

    /** Called by Hibernate's service loader. */
    public CaptureIntegrator() {}

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor sessionFactory) {
        Object capture = sessionFactory.getProperties().get(ChangeCapture.SETTING);
        if (capture instanceof ChangeCapture found) {
            found.attach(sessionFactory);
        }
    }
}
