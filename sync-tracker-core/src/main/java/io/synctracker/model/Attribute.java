package io.synctracker.model;

import io.synctracker.SyncIgnored;
import io.synctracker.SyncSensitive;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.type.CollectionType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;

/**
 * One mapped attribute, with the annotations that its field or getter carries.
 *
 * @param name its name
 * @param type its Hibernate type
 * @param ignored whether it is never sent and never stored
 * @param sensitive whether it is encrypted where it is stored
 * @param children the attributes of an embedded object, else empty
 */
record Attribute(String name, Type type, boolean ignored, boolean sensitive, List<Attribute> children) {

    static List<Attribute> of(SessionFactoryImplementor factory, Class<?> owner, String[] names, Type[] types) {
        return IntStream.range(0, names.length)
                .mapToObj(i -> of(factory, owner, names[i], types[i]))
                .toList();
    }

    private static Attribute of(SessionFactoryImplementor factory, Class<?> owner, String name, Type type) {
        boolean sensitive = marked(owner, name, SyncSensitive.class)
                || type instanceof CollectionType collection && holdsSensitive(factory, collection);
        return new Attribute(name, type, marked(owner, name, SyncIgnored.class), sensitive, embeddedIn(factory, type));
    }

    /** Returns the attributes of an embedded object; none of anything else. */
    static List<Attribute> embeddedIn(SessionFactoryImplementor factory, Type type) {
        return type instanceof ComponentType embedded
                ? of(factory, embedded.getReturnedClass(), embedded.getPropertyNames(), embedded.getSubtypes())
                : List.of();
    }

    /** A collection of embedded objects is encrypted as a whole if anything in its elements is sensitive. */
    private static boolean holdsSensitive(SessionFactoryImplementor factory, CollectionType collection) {
        return embeddedIn(factory, elementType(factory, collection)).stream()
                .anyMatch(attribute -> !attribute.sensitivePaths("").isEmpty());
    }

    @SuppressWarnings("removal") // Hibernate has no other way yet from a collection to the type of its elements
    static Type elementType(SessionFactoryImplementor factory, CollectionType collection) {
        return factory.getMappingMetamodel()
                .getCollectionDescriptor(collection.getRole())
                .getElementType();
    }

    /** Returns the paths of sensitive attributes at or below this one, such as {@code address/street}. */
    List<String> sensitivePaths(String prefix) {
        String path = prefix + name;
        if (sensitive) {
            return List.of(path);
        }
        List<String> paths = new ArrayList<>();
        children.forEach(child -> paths.addAll(child.sensitivePaths(path + "/")));
        return paths;
    }

    private static boolean marked(Class<?> owner, String name, Class<? extends Annotation> annotation) {
        for (Class<?> type = owner; type != null && type != Object.class; type = type.getSuperclass()) {
            if (members(type, name).stream().anyMatch(member -> member.isAnnotationPresent(annotation))) {
                return true;
            }
        }
        return false;
    }

    private static List<AnnotatedElement> members(Class<?> type, String name) {
        String property = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        List<AnnotatedElement> members = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals(name)) {
                members.add(field);
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.getParameterCount() == 0
                    && Arrays.asList("get" + property, "is" + property, name).contains(method.getName())) {
                members.add(method);
            }
        }
        return members;
    }
}
