package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.UUID;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.PhotoSender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A case with photos, and with a title that two people have changed. */
@ExtendWith(WithDemoTown.class)
class PhotosTest {

    @Test
    void photosOpenInPlaceAndOneOfTwoVersionsIsTaken(DemoTown town) {
        String id = town.report("路灯杆倾斜").path("id").asString();
        Client duty = town.client("duty");
        PhotoSender sender = new PhotoSender(duty);
        sender.photo(UUID.fromString(id), "REPORT", PhotoSender.picture("jpg", 640, 480));
        sender.photo(UUID.fromString(id), "REPORT", PhotoSender.picture("png", 300, 400));
        amend(duty, id, "值班员改的标题").expect(200);
        amend(duty, id, "现场改的标题").expect(202);

        Screen desk = town.signedIn("duty", Device.DESK).open("/?sel=i:" + id);
        Locator photos = desk.find(".photo-thumb");
        assertThat(photos).hasCount(2);
        assertThat(desk.find(".history")).containsText("照片 2 张");
        photos.first().click();
        Locator large = desk.find(".photo-large");
        assertThat(large.locator("img")).hasJSProperty("naturalWidth", 640);
        large.getByText("关闭").click();
        assertThat(large).isHidden();

        Locator versions = desk.find(".versions");
        assertThat(versions).containsText("值班员改的标题");
        desk.picture("photos-desk");
        versions.getByText("现场改的标题").click();
        versions.getByText("按所选确定").click();
        assertThat(versions).isHidden();
        assertThat(desk.find(".card-title")).hasText("现场改的标题");
        desk.expectNoFaults();
    }

    /** Of somebody who saw the case as it was reported. */
    private static Client.Reply amend(Client client, String incident, String title) {
        return client.post(
                "/api/incidents/" + incident + "/amendments",
                Map.of(
                        "id", UUID.randomUUID().toString(),
                        "baseVersion", 0,
                        "changes", Map.of("title", title),
                        "base", Map.of("title", "路灯杆倾斜")));
    }
}
