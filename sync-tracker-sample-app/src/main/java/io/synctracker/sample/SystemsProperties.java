package io.synctracker.sample;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The systems that are started beside the shop.
 *
 * @param start whether they are started at all
 * @param crmPort where the CRM listens
 * @param erpPort where the ERP listens
 * @param networkPort where the affiliate network listens
 * @param deskPort where the desk listens, from which all are controlled
 */
@ConfigurationProperties("shop.systems")
record SystemsProperties(boolean start, int crmPort, int erpPort, int networkPort, int deskPort) {}
