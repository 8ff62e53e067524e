package org.gridsight.app.incidents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The people of a case: in clear for a reason, and who is named at all. */
@RestController
@RequestMapping("/api/incidents/{key}")
class PeopleController {

    private final CasePeople people;
    private final PartyChanges changes;

    PeopleController(CasePeople people, PartyChanges changes) {
        this.people = people;
        this.changes = changes;
    }

    /** {@code name} and {@code phone} are of the first reporter; after a merge there may be more. */
    record Unmasked(@Nullable String name, @Nullable String phone, List<NamedPeople.Reporter> reporters) {}

    @PostMapping("/reporter/unmask")
    Unmasked unmaskReporter(@PathVariable String key, @RequestBody CasePeople.UnmaskRequest request, CurrentUser user) {
        List<NamedPeople.Reporter> clear = people.unmaskReporters(key, request, user);
        Optional<NamedPeople.Reporter> first = clear.stream().findFirst();
        return new Unmasked(
                first.map(NamedPeople.Reporter::name).orElse(null),
                first.map(NamedPeople.Reporter::phone).orElse(null),
                clear);
    }

    @PostMapping("/parties/unmask")
    Map<String, List<PartyView>> unmaskParties(
            @PathVariable String key, @RequestBody CasePeople.UnmaskRequest request, CurrentUser user) {
        return Map.of("parties", people.unmaskParties(key, request, user));
    }

    /** Answers as the single GET does. */
    @PutMapping("/parties")
    CasePeople.One change(
            @PathVariable String key, @RequestBody PartyChanges.PartiesRequest request, CurrentUser user) {
        changes.change(key, request, user);
        return people.one(key, user);
    }
}
