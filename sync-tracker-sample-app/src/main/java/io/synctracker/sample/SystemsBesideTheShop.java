package io.synctracker.sample;

import io.synctracker.sample.systems.ExternalSystems;
import io.synctracker.sample.systems.ExternalSystems.Ports;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the CRM, the ERP and the affiliate network in the shop's process, for those who want to start one thing only. */
@Component
@ConditionalOnBooleanProperty("shop.systems.start")
class SystemsBesideTheShop implements SmartLifecycle {

    private final Ports ports;
    private final String webhookSecret;
    private volatile @Nullable ExternalSystems systems;

    SystemsBesideTheShop(SystemsProperties properties, @Value("${shop.crm.webhook-secret}") String webhookSecret) {
        this.ports =
                new Ports(properties.crmPort(), properties.erpPort(), properties.networkPort(), properties.deskPort());
        this.webhookSecret = webhookSecret;
    }

    /** They are there before the shop calls them, and longer than it does. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void start() {
        systems = ExternalSystems.start(ports, webhookSecret);
    }

    @Override
    public void stop() {
        ExternalSystems running = systems;
        if (running != null) {
            running.close();
        }
        systems = null;
    }

    @Override
    public boolean isRunning() {
        return systems != null;
    }
}
