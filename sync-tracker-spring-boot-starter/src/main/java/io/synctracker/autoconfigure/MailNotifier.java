package io.synctracker.autoconfigure;

import io.synctracker.notification.Notification;
import io.synctracker.notification.Notifier;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

/** Tells by mail, with the host's mail sender. */
final class MailNotifier implements Notifier {

    private final MailSender sender;
    private final MailProperties settings;

    MailNotifier(MailSender sender, MailProperties settings) {
        this.sender = sender;
        this.settings = settings;
        if (settings.to().isEmpty()) {
            throw new InvalidSettingsException(
                    "sync-tracker.notifications.mail has no receiver.",
                    "Set sync-tracker.notifications.mail.to, or remove the mail part.");
        }
    }

    @Override
    public String name() {
        return MailProperties.NAME;
    }

    @Override
    public void tell(Notification notification) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setTo(settings.to().toArray(String[]::new));
        if (settings.from() != null) {
            message.setFrom(settings.from());
        }
        message.setSubject(notification.subject());
        message.setText(notification.text());
        sender.send(message);
    }
}
