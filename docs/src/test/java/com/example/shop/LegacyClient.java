package com.example.shop;

import java.math.BigDecimal;

/** Whatever an application uses to talk to a system of long ago. */
interface LegacyClient {

    String insert(String name, BigDecimal price);

    String update(String number, String name, BigDecimal price);
}
