package com.example.plain;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** A host application without entities and repositories of its own. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DataJpaRepositoriesAutoConfiguration.class)
public class PlainApplication {}
