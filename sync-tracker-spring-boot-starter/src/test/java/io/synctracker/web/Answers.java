package io.synctracker.web;

import io.synctracker.testing.ApiClient.Answer;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Asks an application without a web server in between, which would refuse some requests itself. */
final class Answers {

    private final MockMvc mvc;

    Answers(ApplicationContext application) {
        mvc = MockMvcBuilders.webAppContextSetup((WebApplicationContext) application)
                .build();
    }

    Answer get(String path) {
        return ask(MockMvcRequestBuilders.get(path));
    }

    Answer get(String path, String parameter, String value) {
        return ask(MockMvcRequestBuilders.get(path).param(parameter, value));
    }

    Answer ask(RequestBuilder request) {
        try {
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            Map<String, List<String>> headers = new HashMap<>();
            response.getHeaderNames().forEach(name -> headers.put(name, List.copyOf(response.getHeaders(name))));
            return new Answer(
                    response.getStatus(),
                    HttpHeaders.of(headers, (name, value) -> true),
                    response.getContentAsString());
        } catch (Exception e) {
            throw new IllegalStateException("Cannot ask", e);
        }
    }
}
