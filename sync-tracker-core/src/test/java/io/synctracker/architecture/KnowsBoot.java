package io.synctracker.architecture;

import org.springframework.boot.SpringApplication;

/** Breaks the rule that the core does without Spring Boot. */
record KnowsBoot(SpringApplication application) {}
