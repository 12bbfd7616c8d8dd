package io.synctracker.sample.crm;

import tools.jackson.databind.JsonNode;

/**
 * What a webhook says.
 *
 * @param type what changed, such as {@code Product}
 * @param id its id in the CRM
 * @param data its fields as they are there now
 */
record CrmChange(String type, String id, JsonNode data) {}
