package io.synctracker.testing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.hibernate.bytecode.enhance.spi.DefaultEnhancementContext;
import org.hibernate.bytecode.enhance.spi.Enhancer;
import org.hibernate.bytecode.enhance.spi.UnloadedClass;
import org.hibernate.bytecode.internal.BytecodeProviderInitiator;

/** Entities as Hibernate's enhancer leaves them when it is part of a build. */
public final class Enhanced {

    private Enhanced() {}

    /** What a test knows of the enhanced class. */
    public interface Text {
        void setId(long id);

        void setTitle(String title);

        void setBody(String body);
    }

    /** Returns {@link Article} in its enhanced form. */
    public static Class<?> article() {
        try {
            return new Loader().loadClass(Article.class.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Loader extends ClassLoader {

        private final Enhancer enhancer = BytecodeProviderInitiator.buildDefaultBytecodeProvider()
                .getEnhancer(new DefaultEnhancementContext() {
                    @Override
                    public boolean hasLazyLoadableAttributes(UnloadedClass type) {
                        return true;
                    }
                });

        private Loader() {
            super(Enhanced.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Article.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? enhance(name) : loaded;
        }

        private Class<?> enhance(String name) throws ClassNotFoundException {
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] enhanced =
                        enhancer.enhance(name, Objects.requireNonNull(file).readAllBytes());
                return defineClass(name, enhanced, 0, enhanced.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
