package com.example.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A host application in a package of its own. */
@SpringBootApplication
public class ShopApplication {}
