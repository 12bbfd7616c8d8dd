package io.synctracker.autoconfigure;

import io.synctracker.target.HttpTarget;
import io.synctracker.target.HttpTargetOptions;
import io.synctracker.target.TargetSettingException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of runs that have failed.
 *
 * @param quietTime How long nobody is told again of the same service and action; 0s tells of each failure.
 * @param mail Tells by mail, where the application has a mail sender.
 * @param webhook Tells another system over HTTP, as a target is reached; sign it with a secret.
 */
record NotificationProperties(
        @DefaultValue("1h") Duration quietTime,
        @NestedConfigurationProperty @Nullable MailProperties mail,
        @Nullable HttpTargetOptions webhook) {

    private static final String NAME = "notification";

    @Nullable
    HttpTarget target(Clock clock) {
        if (webhook == null) {
            return null;
        }
        try {
            return HttpTarget.of(NAME, webhook, clock);
        } catch (TargetSettingException e) {
            // A target says where targets are set.
            throw new InvalidSettingsException(
                    String.valueOf(e.getMessage())
                            .replace("sync-tracker.targets." + NAME + ".http", "sync-tracker.notifications.webhook"),
                    "Correct it.");
        }
    }
}
