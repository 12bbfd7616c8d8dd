package io.synctracker.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Marks a part of the API: its path, and that the gate and the problems of the API hold for it and nothing else. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
@RequestMapping(ApiController.BASE)
@interface ApiController {

    /** Where the API is. */
    String BASE = "${sync-tracker.web.base-path:/sync-tracker}/api/v1";
}
