package io.synctracker.sample.systems;

import io.synctracker.sample.systems.ExternalSystems.Ports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the CRM, the ERP, the affiliate network and the desk without the shop, so that the shop can be restarted alone. */
public final class SystemsMain {

    private static final Logger LOGGER = LoggerFactory.getLogger(SystemsMain.class);
    private static final Ports DEFAULT_PORTS = new Ports(8091, 8092, 8093, 8090);
    private static final String DEMO_SECRET = "demo-webhook-secret";

    private SystemsMain() {}

    /**
     * Starts them and returns; they run until the process ends.
     *
     * @param arguments nothing, or the ports of CRM, ERP, network and desk
     */
    public static void main(String[] arguments) {
        ExternalSystems systems = ExternalSystems.start(ports(arguments), DEMO_SECRET);
        LOGGER.info(
                "CRM on {}, ERP on {}, network on {}, desk on {}",
                systems.crm(),
                systems.erp(),
                systems.network(),
                systems.desk());
    }

    private static Ports ports(String[] arguments) {
        return arguments.length < 4
                ? DEFAULT_PORTS
                : new Ports(
                        Integer.parseInt(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]));
    }
}
