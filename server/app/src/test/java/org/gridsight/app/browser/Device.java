package org.gridsight.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/** What somebody looks at: size in pixels, language, bright or dark, finger or mouse. */
record Device(int width, int height, String language, boolean dark, boolean touch) {

    static final Device DESK = new Device(1440, 900, "zh-CN", true, false);
    static final Device PHONE = new Device(360, 740, "zh-CN", true, true);
    static final Device WALL = new Device(1920, 1080, "zh-CN", true, false);

    Device sized(int newWidth, int newHeight) {
        return new Device(newWidth, newHeight, language, dark, touch);
    }

    Device english() {
        return new Device(width, height, "en-GB", dark, touch);
    }

    Device light() {
        return new Device(width, height, language, false, touch);
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(language)
                .setTimezoneId("Asia/Shanghai")
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setIsMobile(touch)
                .setHasTouch(touch);
    }
}
