package com.example.shop;

import io.synctracker.target.BatchSyncTarget;
import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import java.util.List;
import org.springframework.stereotype.Component;

// tag::own-target-batch[]
@Component
class ErpTarget implements BatchSyncTarget {

    private final ErpClient erp;

    ErpTarget(ErpClient erp) {
        this.erp = erp;
    }

    @Override
    public String name() {
        return "erp";
    }

    @Override
    public int maxBatchSize() {
        return 200;
    }

    @Override
    public List<DeliveryResult> deliverAll(List<Delivery> deliveries) {
        List<ErpClient.Line> lines = deliveries.stream().map(ErpTarget::toLine).toList();
        return erp.upload(lines).stream().map(ErpTarget::toResult).toList();
    }

    private static ErpClient.Line toLine(Delivery delivery) {
        return new ErpClient.Line(
                delivery.id(), delivery.entity().id(), delivery.action().name(), delivery.payload());
    }

    private static DeliveryResult toResult(ErpClient.Answer answer) {
        return switch (answer.code()) {
            case "OK" -> DeliveryResult.accepted(answer.number());
            case "BUSY" -> DeliveryResult.deferred("the ERP is busy");
            case "CONFLICT" -> DeliveryResult.conflicted("the ERP has revision " + answer.number());
            default -> DeliveryResult.rejected("the ERP answered " + answer.code());
        };
    }
}
// end::own-target-batch[]
