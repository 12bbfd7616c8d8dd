package io.synctracker.job;

import io.synctracker.SyncTrackerException;
import io.synctracker.model.JsonText;
import io.synctracker.model.KeyRing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payload as it is stored.
 *
 * @param shown what a person sees
 * @param masked whether something is masked in it
 * @param sealed the payload with nothing masked, encrypted; {@code null} if nothing is masked
 */
record SealedPayload(
        Map<String, @Nullable Object> shown,
        boolean masked,
        @Nullable String sealed) {

    /**
     * Masks and encrypts a payload.
     *
     * @throws SyncTrackerException if it is no JSON, or has sensitive values and there is no key to encrypt them with
     */
    static SealedPayload of(JobRequest request, SensitiveKeys sensitive, KeyRing keys) {
        String json = JsonText.write(request.payload());
        Map<String, @Nullable Object> plain = JsonText.readMap(json);
        if (!sensitive.areIn(plain)) {
            return new SealedPayload(plain, false, null);
        }
        if (!keys.canEncrypt()) {
            throw new SyncTrackerException(
                    "The payload of the job '" + request.service() + "/" + request.action()
                            + "' has a sensitive value, and there is no key to encrypt it with."
                            + " Set sync-tracker.encryption.active-key and sync-tracker.encryption.keys, or leave the value out.");
        }
        return new SealedPayload(sensitive.mask(plain), true, keys.encrypt(json));
    }

    /**
     * Returns the payload of a run with nothing masked.
     *
     * @throws SyncTrackerException if it cannot be decrypted
     */
    static Map<String, @Nullable Object> open(RunRow row, KeyRing keys) {
        String sealed = row.sealedPayload();
        return sealed == null ? row.run().payload() : JsonText.readMap(keys.decrypt(sealed));
    }
}
