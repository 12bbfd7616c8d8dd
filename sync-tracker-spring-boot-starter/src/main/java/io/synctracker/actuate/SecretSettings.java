package io.synctracker.actuate;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Knows which settings are secrets, in whatever spelling a source has them: {@code sync-tracker.targets.crm.http...} in
 * a file is {@code SYNCTRACKER_TARGETS_CRM_HTTP...} in the environment.
 */
final class SecretSettings implements SanitizingFunction {

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z0-9]");
    private static final Pattern SECRET = Pattern.compile(
            "synctracker(encryptionkeys.*|targets.*http(headers|authentication|messagesigningsecrets).*)");

    @Override
    public SanitizableData apply(SanitizableData data) {
        String key =
                NOT_A_LETTER.matcher(data.getKey().toLowerCase(Locale.ROOT)).replaceAll("");
        return SECRET.matcher(key).matches() ? data.withSanitizedValue() : data;
    }
}
