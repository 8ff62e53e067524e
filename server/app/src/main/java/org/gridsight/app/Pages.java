package org.gridsight.app;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Short addresses of the pages that lie in the web jar. */
@Configuration
class Pages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
        registry.addViewController("/wall").setViewName("forward:/wall.html");
        registry.addViewController("/setup").setViewName("forward:/setup.html");
        registry.addViewController("/hotspots").setViewName("forward:/hotspots.html");
        registry.addViewController("/cameras").setViewName("forward:/cameras.html");
        registry.addViewController("/cameras/calibration").setViewName("forward:/calibration.html");
        registry.addViewController("/cameras/admin").setViewName("forward:/cameraAdmin.html");
        registry.addViewController("/evidence").setViewName("forward:/evidence.html");
        registry.addViewController(FieldShell.PAGE).setViewName("forward:/field.html");
        registry.addViewController("/view-register").setViewName("forward:/viewRegister.html");
        registry.addViewController("/accounts").setViewName("forward:/accounts.html");
    }
}
