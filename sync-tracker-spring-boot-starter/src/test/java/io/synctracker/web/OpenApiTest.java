package io.synctracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.EntityRef;
import io.synctracker.SyncState;
import io.synctracker.connector.Connection;
import io.synctracker.connector.SetAsides;
import io.synctracker.job.JobAttempt;
import io.synctracker.job.JobQueue;
import io.synctracker.operate.TargetView;
import io.synctracker.outbox.OutboxEntry;
import io.synctracker.outbox.OutboxStats;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description, the reference page and what is really there say the same. */
class OpenApiTest extends ApiHost {

    private static final Path PAGE = Path.of("..", "docs", "reference", "rest-api.md");
    private static final Pattern PATH_VARIABLE = Pattern.compile("\\{(\\w+)}");

    private static final Map<String, Class<?>> SCHEMAS = Map.ofEntries(
            Map.entry("Problem", Problem.class),
            Map.entry("FieldError", Problem.FieldError.class),
            Map.entry("Run", RunView.class),
            Map.entry("Progress", RunView.Progress.class),
            Map.entry("Attempt", JobAttempt.class),
            Map.entry("RunDetail", RunController.Detail.class),
            Map.entry("Runs", Runs.class),
            Map.entry("RunPage", Slice.class),
            Map.entry("Cadence", CadenceForm.class),
            Map.entry("Range", RangeForm.class),
            Map.entry("ScheduleForm", ScheduleForm.class),
            Map.entry("Schedule", ScheduleView.class),
            Map.entry("SchedulePage", Slice.class),
            Map.entry("Preview", ScheduleController.Preview.class),
            Map.entry("SyncForm", SyncForm.class),
            Map.entry("ConnectionForm", ConnectionForm.class),
            Map.entry("Connection", Connection.class),
            Map.entry("Connections", ConnectionController.All.class),
            Map.entry("Tested", ConnectionController.Tested.class),
            Map.entry("EntityRef", EntityRef.class),
            Map.entry("EntryTimes", OutboxEntry.Times.class),
            Map.entry("Entry", OutboxEntry.class),
            Map.entry("EntryPage", Slice.class),
            Map.entry("OutboxStats", OutboxStats.class),
            Map.entry("Target", TargetView.class),
            Map.entry("Targets", OutboxController.Targets.class),
            Map.entry("Stats", OutboxController.Stats.class),
            Map.entry("NoteForm", NoteForm.class),
            Map.entry("SyncState", SyncState.class),
            Map.entry("Standing", EntityController.Standing.class),
            Map.entry("SetAside", SetAsides.SetAside.class),
            Map.entry("SetAsidePage", Slice.class),
            Map.entry("KeptConflict", SetAsides.KeptConflict.class),
            Map.entry("ConflictPage", Slice.class),
            Map.entry("Node", JobQueue.Node.class),
            Map.entry("Queue", SystemController.Queue.class),
            Map.entry("Settings", SystemController.Settings.class),
            Map.entry("Session", SystemController.Session.class),
            Map.entry("Csrf", CsrfTokens.Csrf.class));

    private final JsonNode description = api.get("/openapi.json").json();

    @Test
    void every_operation_is_described_with_its_parameters_and_its_permission() {
        assertThat(described()).isEqualTo(registered());
    }

    private Map<String, String> described() {
        Map<String, String> operations = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : description.at("/paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                TreeSet<String> parameters = new TreeSet<>();
                operation.getValue().path("parameters").forEach(parameter -> {
                    if (!parameter.path("in").asString().equals("header")) {
                        parameters.add(parameter.path("in").asString() + ":"
                                + parameter.path("name").asString());
                    }
                });
                operations.put(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        parameters + " "
                                + operation.getValue().path("x-permission").asString("nobody"));
            }
        }
        return operations;
    }

    private static Map<String, String> registered() {
        Map<String, String> operations = new TreeMap<>();
        application
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().isAnnotationPresent(ApiController.class)
                            && method.getBeanType() != FallbackController.class) {
                        String path = path(mapping);
                        operations.put(
                                mapping.getMethodsCondition()
                                                .getMethods()
                                                .iterator()
                                                .next() + " " + path,
                                parameters(path, method));
                    }
                });
        return operations;
    }

    private static String path(RequestMappingInfo mapping) {
        return mapping.getPatternValues().iterator().next().replace("/sync-tracker/api/v1", "");
    }

    private static String parameters(String path, HandlerMethod method) {
        Requires requires = method.getMethodAnnotation(Requires.class);
        TreeSet<String> parameters = new TreeSet<>();
        PATH_VARIABLE.matcher(path).results().forEach(name -> parameters.add("path:" + name.group(1)));
        if (requires != null) {
            List.of(requires.parameters()).forEach(name -> parameters.add("query:" + name));
        }
        return parameters + " "
                + (requires == null ? "nobody" : requires.value().name().toLowerCase(Locale.ROOT));
    }

    @Test
    void every_schema_has_the_fields_of_its_record() {
        Map<String, List<String>> described = new TreeMap<>();
        description
                .at("/components/schemas")
                .properties()
                .forEach(schema -> described.put(
                        schema.getKey(),
                        schema.getValue().path("properties").propertyNames().stream()
                                .toList()));
        Map<String, List<String>> written = new TreeMap<>();
        SCHEMAS.forEach((name, type) -> written.put(
                name,
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()));
        assertThat(described).isEqualTo(written);
    }

    @Test
    void every_reference_leads_somewhere() {
        for (JsonNode reference : description.findValues("$ref")) {
            assertThat(description.at(reference.asString().substring(1)).isMissingNode())
                    .as(reference.asString())
                    .isFalse();
        }
    }

    @Test
    void every_operation_has_an_id_of_its_own() {
        List<String> ids = description.findValuesAsString("operationId");
        assertThat(ids).hasSize(registered().size()).doesNotHaveDuplicates();
    }

    @Test
    void the_reference_page_has_every_operation_and_every_code() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(registered().keySet())
                .allSatisfy(operation -> assertThat(page).contains("`" + operation + "`"));
        assertThat(ProblemKind.values())
                .allSatisfy(kind -> assertThat(page).contains("| `" + kind.code() + "` | " + kind.status() + " |"));
    }
}
