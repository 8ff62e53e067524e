package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A worker's phone in the storm: its clock is wrong, its page is killed, its radio says again and again that it is back.
 * What is put into the outbox goes the way of the form, through the modules of the page.
 */
final class StormDevice {

    private static final double PATIENCE_MILLIS = 180_000;

    private static final String WRONG_CLOCK = """
            (() => {
              const Right = Date;
              globalThis.Date = class extends Right {
                constructor(...parts) {
                  if (parts.length === 0) super(Right.now() + SKEW);
                  else super(...parts);
                }
                static now() {
                  return Right.now() + SKEW;
                }
              };
              setInterval(() => dispatchEvent(new Event('online')), 100);
            })();
            """;

    /** A second hand on the same shelf, which only puts things there. */
    private static final String HAND = """
            async () => {
              if (window.stormHand) return window.stormHand;
              const [{ openShelf }, { createOutbox }, { shrunk }, { newKey }, drafts, tasks] = await Promise.all(
                ['field/shelf', 'field/outbox', 'field/shrink', 'net/api', 'state/fieldDraft', 'state/fieldTasks'].map(
                  (name) => import(`/src/${name}.js`)));
              const shelf = await openShelf(indexedDB);
              const { session } = await shelf.note('', 'session');
              const user = session.username;
              const add = async (entries) => {
                const outbox = createOutbox({ shelf, user, now: Date.now, isOnline: () => false, news: { tell() {} } });
                await outbox.add(entries);
                outbox.destroy();
              };
              const photo = async (caseId, step, place) => {
                const canvas = document.createElement('canvas');
                [canvas.width, canvas.height] = [32, 24];
                const pen = canvas.getContext('2d');
                pen.fillStyle = `hsl(${Math.random() * 360} 80% 50%)`;
                pen.fillRect(4, 4, 20, 12);
                const picture = await shrunk(await new Promise((done) => canvas.toBlob(done)));
                const id = crypto.randomUUID();
                const takenAt = new Date().toISOString();
                await shelf.keepPhoto({ id, user, caseId, step, ...picture, takenAt, place });
                return id;
              };
              return (window.stormHand = { shelf, session, user, add, photo, newKey, drafts, tasks });
            }
            """;

    private static final String REPORT = """
            async ({ titles, lng, lat }) => {
              const hand = await (HAND)();
              const { newDraft, reportBody, reportEntries } = hand.drafts;
              const place = { lng, lat };
              const made = {};
              for (const text of titles) {
                const id = crypto.randomUUID();
                const photos = [await hand.photo(id, 'REPORT', place)];
                if (text.endsWith('0')) photos.push(await hand.photo(id, 'REPORT', place));
                const begun = newDraft({ id, key: hand.newKey(), kind: 'SANITATION', at: new Date().toISOString() });
                const draft = { ...begun, text, photos, place: { ...place, accuracy: 5, by: 'DEVICE' } };
                await hand.add(reportEntries(draft, reportBody(draft, hand.session, ''), Date.now()));
                made[text] = photos;
              }
              return made;
            }
            """.replace("HAND", HAND);

    private static final String ANSWER_ORDERS = """
            async ({ mark, steps }) => {
              const hand = await (HAND)();
              const { items } = await (await fetch('/api/workers/me/orders')).json();
              const own = items.filter((order) => order.incident.title.startsWith(mark));
              for (const step of steps) {
                for (const order of own) {
                  const act = { at: Date.now(), key: hand.newKey(), words: '去不了' };
                  await hand.add([hand.tasks.entryOf(order, step, act)]);
                }
              }
              return own.length;
            }
            """.replace("HAND", HAND);

    private static final String WAITING = """
            async () => {
              const { shelf, user } = await (HAND)();
              const entries = await shelf.entries(user);
              const parked = entries.filter((entry) => entry.state === 'PARKED');
              return { waiting: entries.length, parked: parked.map((entry) => JSON.stringify(entry)) };
            }
            """.replace("HAND", HAND);

    private static final String AT_MOST = """
            async (limit) => {
              const { waiting, parked } = await (WAITING)();
              return waiting <= limit || parked.length > 0;
            }
            """.replace("WAITING", WAITING);

    private final BrowserContext context;
    private final URI address;
    private Page page;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private boolean offline;
    private int kills;

    StormDevice(Screen screen, URI address, long skewMillis) {
        this.context = screen.context();
        this.address = address.resolve("/field");
        context.addInitScript(WRONG_CLOCK.replace("SKEW", Long.toString(skewMillis)));
        context.onWebError(error -> said.add(error.error()));
        page = screen.page();
        open();
    }

    private void open() {
        page.navigate(address.toString());
        try {
            assertThat(page.locator(".field-home")).isVisible();
        } catch (AssertionError closed) {
            throw new AssertionError(kills + " kills, the page says: " + page.content() + said, closed);
        }
    }

    Page page() {
        return page;
    }

    int kills() {
        return kills;
    }

    boolean isOffline() {
        return offline;
    }

    void offline(boolean now) {
        offline = now;
        context.setOffline(now);
    }

    /** In the middle of whatever it does. */
    void kill() {
        kills++;
        page.close();
        page = context.newPage();
        open();
    }

    /** @return the photos of each report by its title */
    @SuppressWarnings("unchecked")
    Map<String, List<String>> report(List<String> titles, double lng, double lat) {
        return (Map<String, List<String>>) page.evaluate(REPORT, Map.of("titles", titles, "lng", lng, "lat", lat));
    }

    /** Does these steps for every order whose case is called so: all the first steps, then all the second ones. */
    int answerOrders(String mark, List<String> steps) {
        return (int) page.evaluate(ANSWER_ORDERS, Map.of("mark", mark, "steps", steps));
    }

    /** What the outbox holds; nothing of it has been refused. */
    int waiting() {
        Map<?, ?> found = (Map<?, ?>) page.evaluate(WAITING);
        assertThat((List<?>) found.get("parked")).as("refused by the server").isEmpty();
        return (Integer) Objects.requireNonNull(found.get("waiting"));
    }

    /** Until the outbox holds no more than so many. */
    void waitUntilAtMost(int limit) {
        page.waitForFunction(
                AT_MOST,
                limit,
                new Page.WaitForFunctionOptions().setPollingInterval(100).setTimeout(PATIENCE_MILLIS));
        waiting();
    }
}
