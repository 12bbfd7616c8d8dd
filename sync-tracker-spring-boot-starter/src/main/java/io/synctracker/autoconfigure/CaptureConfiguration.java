package io.synctracker.autoconfigure;

import io.synctracker.capture.ChangeCapture;
import io.synctracker.capture.ChangeWriter;
import io.synctracker.model.EntityModels;
import io.synctracker.model.JsonPayloadCodec;
import io.synctracker.model.KeyRing;
import io.synctracker.model.PayloadCodec;
import io.synctracker.relay.Targets;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Records what transactions change. */
@Configuration(proxyBeanMethods = false)
class CaptureConfiguration {

    @Bean
    static CaptureInstaller syncTrackerCaptureInstaller(ListableBeanFactory beans) {
        return new CaptureInstaller(beans);
    }

    @Bean
    CommitSignal syncTrackerCommitSignal() {
        return new CommitSignal();
    }

    @Bean
    EntityModels syncTrackerEntityModels(SyncTrackerProperties properties, ObjectProvider<Targets> targets) {
        return new EntityModels(
                properties.modelSettings(), () -> targets.getObject().names());
    }

    @Bean
    @ConditionalOnMissingBean
    KeyRing syncTrackerKeyRing(SyncTrackerProperties properties) {
        return properties.encryption().keyRing();
    }

    @Bean
    @ConditionalOnMissingBean
    PayloadCodec syncTrackerPayloadCodec(EntityModels models, KeyRing keys) {
        return new JsonPayloadCodec(models, keys);
    }

    @Bean
    ChangeCapture syncTrackerChangeCapture(
            SyncTrackerDatabase database,
            EntityModels models,
            PayloadCodec codec,
            CommitSignal signal,
            ObjectProvider<CurrentTraceParent> trace) {
        ChangeWriter writer = new ChangeWriter(database.dialect(), codec, CurrentTraceParent.lookedUpLateFrom(trace));
        return new ChangeCapture(models, writer, signal);
    }
}
