package io.synctracker.autoconfigure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How failures are told by mail.
 *
 * @param from Sender of the mails; by default the mail sender's own.
 * @param to Receivers of the mails, at least one.
 */
record MailProperties(@Nullable String from, @DefaultValue List<String> to) {

    /** The name of the notifier. */
    static final String NAME = "mail";
}
