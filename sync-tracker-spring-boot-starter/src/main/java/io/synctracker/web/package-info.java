/** The REST API: what a dashboard, a script or a person sees and does over HTTP. */
@NullMarked
package io.synctracker.web;

import org.jspecify.annotations.NullMarked;
