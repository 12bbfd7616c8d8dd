package com.example.shop;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** A system of long ago, in memory, that refuses one name. */
@Component
class FakeLegacy implements LegacyClient {

    final List<String> statements = new ArrayList<>();

    @Override
    public String insert(String name, BigDecimal price) {
        if (name.equals("refused")) {
            throw new LegacyException("ORA-00001");
        }
        statements.add("insert " + name);
        return "L" + statements.size();
    }

    @Override
    public String update(String number, String name, BigDecimal price) {
        statements.add("update " + number + " " + name);
        return number;
    }
}
