package org.gridsight.app;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The worker page in a customer's surroundings.
 *
 * @param frameAncestors who may show the page inside its own, as the content policy writes it
 * @param mapLink address of the customer's map with {lon}, {lat} and {name}; blank: the device's own navigation alone
 * @param mapLinkCrs wgs84 or gcj02: what that map counts in
 */
@ConfigurationProperties("gridsight.field")
record FieldSettings(String frameAncestors, String mapLink, String mapLinkCrs) {}
