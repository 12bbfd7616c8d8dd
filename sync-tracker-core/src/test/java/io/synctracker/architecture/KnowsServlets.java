package io.synctracker.architecture;

import jakarta.servlet.Servlet;

/** Breaks the rule that the core does without a web server. */
record KnowsServlets(Servlet servlet) {}
