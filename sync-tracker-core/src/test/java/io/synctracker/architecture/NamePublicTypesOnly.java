package io.synctracker.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** What a caller can call, the caller can also name: result, parameters, type arguments and exceptions. */
final class NamePublicTypesOnly extends ArchCondition<JavaCodeUnit> {

    NamePublicTypesOnly() {
        super("name public types only");
    }

    @Override
    public void check(JavaCodeUnit method, ConditionEvents events) {
        named(method).filter(NamePublicTypesOnly::isHidden).distinct().forEach(type -> {
            String message = method.getFullName() + " names " + type.getName() + ", which is not public";
            events.add(SimpleConditionEvent.violated(method, message));
        });
    }

    private static Stream<JavaClass> named(JavaCodeUnit method) {
        Stream<JavaType> types = Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream());
        Stream<JavaClass> thrown = method.getExceptionTypes().stream();
        return Stream.concat(types.flatMap(type -> type.getAllInvolvedRawTypes().stream()), thrown);
    }

    private static boolean isHidden(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        return !element.isPrimitive() && !element.getModifiers().contains(JavaModifier.PUBLIC);
    }
}
