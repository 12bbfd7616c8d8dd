package io.synctracker.autoconfigure;

import io.synctracker.notification.FailureNotifications;
import io.synctracker.notification.Notifier;
import io.synctracker.notification.TargetNotifier;
import io.synctracker.target.HttpTarget;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailSender;

/** Tells people of runs that have failed. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean(destroyMethod = "close")
    FailureNotifications syncTrackerFailureNotifications(
            SyncTrackerDatabase database,
            ObjectProvider<Notifier> notifiers,
            ObjectProvider<Clock> clocks,
            SyncTrackerProperties properties) {
        List<Notifier> all = new ArrayList<>(notifiers.orderedStream().toList());
        HttpTarget webhook = properties.notifications().target(clocks.getIfUnique(Clock::systemUTC));
        if (webhook != null) {
            all.add(new TargetNotifier(webhook));
        }
        if (properties.notifications().mail() != null
                && all.stream().noneMatch(each -> each.name().equals(MailProperties.NAME))) {
            throw noSender();
        }
        return new FailureNotifications(
                database.dataSource(),
                database.dialect(),
                all,
                properties.notifications().quietTime());
    }

    private static InvalidSettingsException noSender() {
        return new InvalidSettingsException(
                "sync-tracker.notifications.mail is set, but the application has no mail sender.",
                "Add spring-boot-starter-mail and spring.mail.host, or remove sync-tracker.notifications.mail.");
    }

    /** By mail, where there is a mail sender to be. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MailSender.class)
    @Conditional(MailIsSet.class)
    static class ByMail {

        @Bean
        MailNotifier syncTrackerMailNotifier(ObjectProvider<MailSender> senders, SyncTrackerProperties properties) {
            MailProperties mail = properties.notifications().mail();
            MailSender sender = senders.getIfUnique();
            if (sender == null || mail == null) {
                throw noSender();
            }
            return new MailNotifier(sender, mail);
        }
    }
}
