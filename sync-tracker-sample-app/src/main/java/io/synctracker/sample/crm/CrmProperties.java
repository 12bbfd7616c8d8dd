package io.synctracker.sample.crm;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the shop and the CRM know each other.
 *
 * @param url where the CRM is
 * @param webhookUrl where the CRM reaches the shop
 * @param webhookSecret what the CRM signs its webhooks with
 */
@ConfigurationProperties("shop.crm")
record CrmProperties(URI url, URI webhookUrl, String webhookSecret) {

    /** Leaves out the secret. */
    @Override
    public String toString() {
        return "CrmProperties[url=" + url + ", webhookUrl=" + webhookUrl + "]";
    }
}
