package io.synctracker.target;

import java.net.http.HttpRequest;

/**
 * A request that is ready to be sent.
 *
 * @param request what is sent
 * @param redaction hides the secrets in it from whatever is told about it
 */
record OutgoingRequest(HttpRequest request, Redaction redaction) {}
