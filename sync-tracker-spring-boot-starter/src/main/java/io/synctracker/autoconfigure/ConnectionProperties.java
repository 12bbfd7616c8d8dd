package io.synctracker.autoconfigure;

import io.synctracker.http.HttpConnectorOptions;
import org.jspecify.annotations.Nullable;

/**
 * A connection to an external system that is pulled.
 *
 * @param http Makes this a connection that is pulled over HTTP.
 */
record ConnectionProperties(@Nullable HttpConnectorOptions http) {}
