package io.synctracker.sample.shop;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** All categories. */
public interface CategoryRepository extends JpaRepository<Category, Long> {

    /**
     * Finds a category.
     *
     * @param code the country's ISO 3166-1 code
     */
    Optional<Category> findByCode(String code);

    /**
     * Returns whether there is such a category.
     *
     * @param code the country's ISO 3166-1 code
     */
    boolean existsByCode(String code);
}
