package io.synctracker.connector;

import io.synctracker.model.EntityMapping;
import io.synctracker.model.EntityModels;
import io.synctracker.model.NotTrackedException;
import io.synctracker.model.TrackedModel;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Checks how streams are bound against the entities that there are. Thread-safe. */
final class Bindings {

    private final EntityModels models;
    private final SessionFactoryImplementor factory;
    private final EntityAttributes attributes;
    private final List<StreamBinding<?>> beans;
    private final Map<String, ConflictStrategy> strategies;

    Bindings(
            EntityModels models,
            SessionFactoryImplementor factory,
            List<StreamBinding<?>> beans,
            Map<String, ConflictStrategy> strategies) {
        this.models = models;
        this.factory = factory;
        this.attributes = new EntityAttributes(models);
        this.beans = List.copyOf(beans);
        this.strategies = Map.copyOf(strategies);
    }

    /** Returns the systems that beans bind streams of. */
    Set<String> systems() {
        return beans.stream().map(StreamBinding::system).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns how the streams of a connection are bound, in the order in which they are pulled.
     *
     * @throws InvalidConnectionException if a binding is wrong; the message says which and names what there is
     */
    List<Bound> of(String system, List<String> streams, List<BindingSettings> settings) {
        List<StreamBinding<?>> bindings = new ArrayList<>();
        beans.stream().filter(bean -> bean.system().equals(system)).forEach(bindings::add);
        settings.forEach(each -> bindings.add(resolve(system, each)));
        for (StreamBinding<?> binding : bindings) {
            if (!streams.contains(binding.stream())) {
                throw new InvalidConnectionException("The connection '" + system + "' has no stream '"
                        + binding.stream() + "' that could be bound to "
                        + binding.type().getSimpleName() + ". It has: " + String.join(", ", streams) + ".");
            }
        }
        List<Bound> bound = new ArrayList<>();
        for (String stream : streams) {
            StreamBinding<?> binding = only(bindings, system, stream);
            if (binding != null) {
                bound.add(bound(binding));
            }
        }
        return bound;
    }

    private static @Nullable StreamBinding<?> only(List<StreamBinding<?>> bindings, String system, String stream) {
        List<StreamBinding<?>> found = bindings.stream()
                .filter(binding -> binding.stream().equals(stream))
                .toList();
        if (found.size() > 1) {
            throw new InvalidConnectionException("The stream '" + stream + "' of the connection '" + system
                    + "' is bound " + found.size() + " times. Bind it once, by a bean or by the settings.");
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private StreamBinding<?> resolve(String system, BindingSettings settings) {
        TrackedModel model = models.byName(settings.model())
                .orElseThrow(() -> new InvalidConnectionException(place(system, settings.stream())
                        + " names the model '"
                        + settings.model() + "', which is not tracked. There are: "
                        + names(models.all().stream().map(TrackedModel::name).toList()) + "."));
        return new StreamBinding<>(
                system,
                settings.stream(),
                model.javaType(),
                settings.fields(),
                settings.naturalKey(),
                settings.deletion(),
                settings.incremental(),
                strategy(system, settings),
                null);
    }

    private ConflictStrategy strategy(String system, BindingSettings settings) {
        return switch (settings.conflict()) {
            case "remote-wins" -> ConflictStrategy.REMOTE_WINS;
            case "local-wins" -> ConflictStrategy.LOCAL_WINS;
            case "newest-wins" -> ConflictStrategy.NEWEST_WINS;
            case "undecided" -> ConflictStrategy.UNDECIDED;
            case "merge" -> ConflictStrategy.merge(settings.remoteAttributes());
            default -> bean(system, settings);
        };
    }

    private ConflictStrategy bean(String system, BindingSettings settings) {
        ConflictStrategy strategy = strategies.get(settings.conflict());
        if (strategy == null) {
            List<String> all =
                    new ArrayList<>(List.of("remote-wins", "local-wins", "newest-wins", "undecided", "merge"));
            all.addAll(strategies.keySet());
            throw new InvalidConnectionException(place(system, settings.stream()) + " names the conflict strategy '"
                    + settings.conflict() + "', which there is not. There are: " + names(all) + ".");
        }
        return strategy;
    }

    private Bound bound(StreamBinding<?> binding) {
        String place = place(binding.system(), binding.stream());
        EntityMapping mapping = mapping(binding, place);
        EntityPersister persister = factory.getMappingMetamodel().getEntityDescriptor(mapping.entityName());
        refuseUnmakeable(binding.type(), place);
        Map<String, Field> all = attributes.of(persister);
        List<Field> fields = binding.mapper() == null ? fields(binding, all, place) : List.of();
        List<Field> key = new ArrayList<>();
        for (String name : binding.naturalKey()) {
            Field field = known(all, name, place, mapping.name());
            if (field.parent() != null) {
                throw new InvalidConnectionException(place + " has the reference '" + name
                        + "' in its natural key. Name attributes that hold a value.");
            }
            key.add(field.from(binding.fields().getOrDefault(name, name)));
        }
        return new Bound(
                binding,
                mapping,
                fields,
                key,
                models.sensitivePaths(mapping.name()).stream()
                        .map(path -> path.replace('/', '.'))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private EntityMapping mapping(StreamBinding<?> binding, String place) {
        try {
            return models.mappingOf(binding.type());
        } catch (NotTrackedException e) {
            throw new InvalidConnectionException(
                    place + " names " + binding.type().getName() + ", which is not tracked. There are: "
                            + names(models.all().stream()
                                    .map(model -> model.javaType().getName())
                                    .toList())
                            + ".");
        }
    }

    private static List<Field> fields(StreamBinding<?> binding, Map<String, Field> all, String place) {
        if (binding.fields().isEmpty()) {
            return all.values().stream().filter(field -> !field.identifier()).toList();
        }
        List<Field> fields = new ArrayList<>();
        for (String path : new TreeSet<>(binding.fields().keySet())) {
            Field field = known(all, path, place, binding.type().getSimpleName());
            fields.add(field.from(String.valueOf(binding.fields().get(path))));
        }
        return fields;
    }

    private static Field known(Map<String, Field> all, String path, String place, String owner) {
        Field field = all.get(path);
        if (field == null) {
            throw new InvalidConnectionException(place + " names the attribute '" + path + "', which " + owner
                    + " has not, or which no record can be written into. There are: " + names(all.keySet()) + ".");
        }
        return field;
    }

    private static void refuseUnmakeable(Class<?> type, String place) {
        boolean makeable = Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(constructor -> constructor.getParameterCount() == 0);
        if (!makeable || Modifier.isAbstract(type.getModifiers())) {
            throw new InvalidConnectionException(place + " needs new entities of " + type.getName()
                    + ", which is abstract or has no constructor without parameters. Name a class that can be made.");
        }
    }

    private static String place(String system, String stream) {
        return "The binding of the stream '" + stream + "' of the connection '" + system + "'";
    }

    private static String names(Iterable<String> names) {
        TreeSet<String> sorted = new TreeSet<>();
        names.forEach(sorted::add);
        return sorted.isEmpty() ? "none" : String.join(", ", sorted);
    }
}
