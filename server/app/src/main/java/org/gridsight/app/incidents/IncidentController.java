package org.gridsight.app.incidents;

import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Idempotency;
import org.gridsight.app.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports, the list, one incident, its course. */
@RestController
@RequestMapping("/api/incidents")
class IncidentController {

    /** What an Idempotency-Key of a move stands for. */
    private record KeyedMove(String incident, MoveRequest move) {}

    static final Set<Role> MAY_SEE_CASE_CODE = EnumSet.of(Role.DISPATCHER, Role.WINDOW_CLERK);

    private final Incidents incidents;
    private final IncidentSearch search;
    private final Siting siting;
    private final CasePeople people;
    private final Idempotency idempotency;
    private final IncidentSettings settings;
    private final Clock clock;

    IncidentController(
            Incidents incidents,
            IncidentSearch search,
            Siting siting,
            CasePeople people,
            Idempotency idempotency,
            IncidentSettings settings,
            Clock clock) {
        this.incidents = incidents;
        this.search = search;
        this.siting = siting;
        this.people = people;
        this.idempotency = idempotency;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<?> report(
            @RequestBody ReportRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = DeviceTime.SENT_AT, required = false) @Nullable String sentAt,
            CurrentUser user) {
        // an id made by the client is a key of its own: the same report again, by whatever key, is the same incident
        Optional<String> byId = Optional.ofNullable(request.id()).map(id -> "incident " + request);
        List<String> keys =
                Stream.concat(Optional.ofNullable(key).stream(), byId.stream()).toList();
        return idempotency.once(user, keys, request, () -> {
            ReportRequest.Checked checked = request.check(siting, settings, clock.instant(), sentAt);
            IncidentView view = incidents.report(checked.incident(), checked.complexity(), user);
            return ResponseEntity.created(URI.create("/api/incidents/" + view.id()))
                    .body(view);
        });
    }

    @GetMapping
    IncidentSearch.Page list(@RequestParam MultiValueMap<String, String> query, CurrentUser user) {
        if (user.isScreen()) {
            // the wall is not shown these words, so it may not search them either
            query.remove("q");
        }
        IncidentSearch.Page page = search.page(IncidentFilter.parse(query), user);
        if (!user.isScreen()) {
            return page;
        }
        return new IncidentSearch.Page(
                page.items().stream().map(IncidentView::withoutText).toList(), page.next());
    }

    @GetMapping("/{key}")
    CasePeople.One one(@PathVariable String key, CurrentUser user) {
        return people.one(key, user);
    }

    @PostMapping("/{key}/actions")
    ResponseEntity<?> act(
            @PathVariable String key,
            @RequestBody MoveRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String requestKey,
            @RequestHeader(name = DeviceTime.SENT_AT, required = false) @Nullable String sentAt,
            CurrentUser user) {
        return LostRace.lookAgain(() -> idempotency.once(
                user,
                requestKey,
                new KeyedMove(key, request),
                () -> ResponseEntity.ok(
                        incidents.act(key, request.sent(sentAt), user, Optional.ofNullable(requestKey)))));
    }

    @GetMapping("/{key}/history")
    Map<String, List<StepView>> history(@PathVariable String key, CurrentUser user) {
        return Map.of("items", incidents.history(key, user));
    }
}
