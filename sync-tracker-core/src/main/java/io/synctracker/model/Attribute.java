package io.synctracker.model;

import io.synctracker.SyncIgnored;
import io.synctracker.SyncSensitive;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.jspecify.annotations.Nullable;

/**
 * One mapped attribute, with the annotations that its field or getter carries.
 *
 * @param name its name
 * @param shape what it holds
 * @param ignored whether it is never sent and never stored
 * @param sensitive whether it is encrypted where it is stored
 */
record Attribute(String name, Shape shape, boolean ignored, boolean sensitive) {

    static Attribute of(Class<?> owner, String name, Shape shape) {
        return new Attribute(
                name,
                shape,
                isBackReference(name) || marked(owner, name, SyncIgnored.class) || shape.allIgnored(),
                marked(owner, name, SyncSensitive.class));
    }

    /** Hibernate adds an attribute to the elements of a list whose foreign key may not be null. */
    private static boolean isBackReference(String name) {
        return name.startsWith("_") && name.endsWith("Backref");
    }

    /** Returns whether a value of it is part of what is known, without a look at the database. */
    boolean isAtHand(@Nullable Object value) {
        return !ignored && value != LazyPropertyInitializer.UNFETCHED_PROPERTY && shape.isAtHand(value);
    }

    /** Returns the paths of what is sensitive at or below it, such as {@code address/street}. */
    List<String> sensitivePaths(String prefix) {
        String path = prefix + name;
        return ignored ? List.of() : sensitive ? List.of(path) : shape.sensitivePaths(path);
    }

    static boolean marked(Class<?> owner, String name, Class<? extends Annotation> annotation) {
        for (Class<?> type = owner; type != null && type != Object.class; type = type.getSuperclass()) {
            if (members(type, name).stream().anyMatch(member -> member.isAnnotationPresent(annotation))) {
                return true;
            }
        }
        return false;
    }

    private static List<AnnotatedElement> members(Class<?> type, String name) {
        String property = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        Set<String> getters = Set.of("get" + property, "is" + property, name);
        List<AnnotatedElement> members = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals(name)) {
                members.add(field);
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.getParameterCount() == 0 && getters.contains(method.getName())) {
                members.add(method);
            }
        }
        return members;
    }
}
