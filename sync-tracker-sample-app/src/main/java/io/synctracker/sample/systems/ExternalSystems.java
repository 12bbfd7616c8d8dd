package io.synctracker.sample.systems;

import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** The CRM, the ERP, the affiliate network, and the desk from which all are controlled. Thread-safe. */
public final class ExternalSystems implements AutoCloseable {

    /** What the affiliate network wants in the header {@code X-API-Key}: a demo key, which opens nothing else. */
    public static final String NETWORK_KEY = "demo-affiliate-key";

    private final ExternalSystem crm;
    private final ExternalSystem erp;
    private final AffiliateNetwork network;
    private final ControlDesk desk;

    private ExternalSystems(Ports ports, String webhookSecret) {
        Webhooks webhooks = new Webhooks(webhookSecret, Clock.systemUTC());
        crm = new ExternalSystem("crm", ports.crm(), webhooks);
        erp = new ExternalSystem("erp", ports.erp(), new Webhooks(webhookSecret, Clock.systemUTC()));
        network = new AffiliateNetwork(ports.network(), NETWORK_KEY, Clock.systemUTC());
        desk = new ControlDesk(ports.desk(), Map.of("crm", crm, "erp", erp, "network", network));
    }

    /**
     * Starts the systems and the desk on the loopback address.
     *
     * @param ports where they listen
     * @param webhookSecret what the CRM signs its webhooks with
     * @return the systems, to be closed by the caller
     * @throws PortTakenException if a port is taken; nothing is left running
     */
    public static ExternalSystems start(Ports ports, String webhookSecret) {
        ExternalSystems systems = new ExternalSystems(ports, webhookSecret);
        try {
            systems.crm.start();
            systems.erp.start();
            systems.network.start();
            systems.desk.start();
            return systems;
        } catch (RuntimeException failure) {
            systems.close();
            throw failure;
        }
    }

    /** Returns where the CRM listens. */
    public URI crm() {
        return crm.url();
    }

    /** Returns where the ERP listens. */
    public URI erp() {
        return erp.url();
    }

    /** Returns where the affiliate network listens. */
    public URI network() {
        return network.url();
    }

    /** Returns where the desk listens. */
    public URI desk() {
        return desk.url();
    }

    @Override
    public void close() {
        desk.close();
        crm.close();
        erp.close();
        network.close();
    }

    /**
     * Where the systems listen.
     *
     * @param crm the CRM's port; 0 for any free one
     * @param erp the ERP's port; 0 for any free one
     * @param network the affiliate network's port; 0 for any free one
     * @param desk the desk's port; 0 for any free one
     */
    public record Ports(int crm, int erp, int network, int desk) {}
}
