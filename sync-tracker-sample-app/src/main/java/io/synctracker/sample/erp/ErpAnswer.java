package io.synctracker.sample.erp;

import io.synctracker.ChangeType;
import io.synctracker.target.DeliveryResult;
import org.jspecify.annotations.Nullable;

/**
 * How the ERP answers for one change of a bulk.
 *
 * @param status an HTTP status
 * @param id the record's id there, if it has one
 * @param error what was wrong
 */
record ErpAnswer(int status, @Nullable String id, @Nullable String error) {

    DeliveryResult toResult(ErpItem item) {
        boolean goneAlready = status == 404 && item.action() == ChangeType.DELETE;
        return status / 100 == 2 || goneAlready
                ? DeliveryResult.accepted(id)
                : DeliveryResult.rejected(status + ": " + error);
    }
}
