package org.gridsight.app.incidents;

import java.util.List;
import java.util.function.Supplier;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Idempotency;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A worker's own orders, what is said to them, and the officer's exchange of one worker for another. */
@RestController
class OrderController {

    private final Orders orders;
    private final Idempotency idempotency;

    OrderController(Orders orders, Idempotency idempotency) {
        this.orders = orders;
        this.idempotency = idempotency;
    }

    /** Own orders; {@code next} is always null, nobody has hundreds. */
    record Mine(List<OrderView> items, @Nullable String next) {}

    /** What an Idempotency-Key stands for. */
    private record Keyed(String order, String act, OrderRequest request) {}

    @GetMapping("/api/workers/me/orders")
    Mine mine(@RequestParam(defaultValue = "false") boolean all, CurrentUser user) {
        return new Mine(orders.mine(user, all), null);
    }

    @PostMapping("/api/orders/{id}/acknowledgement")
    ResponseEntity<?> acknowledge(
            @PathVariable String id,
            @RequestBody OrderRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = DeviceTime.SENT_AT, required = false) @Nullable String sentAt,
            CurrentUser user) {
        return once(
                user,
                key,
                new Keyed(id, "acknowledge", request),
                () -> orders.acknowledge(id, request.sent(sentAt), user));
    }

    @PostMapping("/api/orders/{id}/decline")
    ResponseEntity<?> decline(
            @PathVariable String id,
            @RequestBody OrderRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = DeviceTime.SENT_AT, required = false) @Nullable String sentAt,
            CurrentUser user) {
        return once(user, key, new Keyed(id, "decline", request), () -> orders.decline(id, request.sent(sentAt), user));
    }

    @PostMapping("/api/orders/{id}/replacement")
    ResponseEntity<?> replace(
            @PathVariable String id,
            @RequestBody OrderRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            CurrentUser user) {
        return once(user, key, new Keyed(id, "replace", request), () -> orders.replace(id, request, user));
    }

    private ResponseEntity<?> once(CurrentUser user, @Nullable String key, Keyed call, Supplier<OrderView> work) {
        return LostRace.lookAgain(() -> idempotency.once(user, key, call, () -> ResponseEntity.ok(work.get())));
    }
}
