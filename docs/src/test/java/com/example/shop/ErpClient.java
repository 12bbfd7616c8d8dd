package com.example.shop;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whatever an application uses to talk to its ERP. */
interface ErpClient {

    /** Uploads many lines at once; answers in their order. */
    List<Answer> upload(List<Line> lines);

    /** One line of an upload. */
    record Line(String key, String article, String action, Map<String, @Nullable Object> fields) {}

    /** What became of a line. */
    record Answer(String code, String number) {}
}
