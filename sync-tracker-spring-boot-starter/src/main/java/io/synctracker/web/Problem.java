package io.synctracker.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a request that cannot be done, as RFC 9457 has it.
 *
 * @param type names the kind, and never changes
 * @param title the kind in words
 * @param status the status of the answer
 * @param detail what is wrong this time, and what to do
 * @param instance the path that was asked for
 * @param code the kind in one word
 * @param errors which fields are wrong, if it is about fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String instance,
        String code,
        List<FieldError> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One field that is wrong.
     *
     * @param field the name of a parameter, or the path of a field of the body
     * @param message what is wrong with it
     */
    record FieldError(String field, String message) {}
}
