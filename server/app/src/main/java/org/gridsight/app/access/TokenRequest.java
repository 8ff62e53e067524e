package org.gridsight.app.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/tokens}; roles and scope may only narrow what the creator has. */
record TokenRequest(
        @Nullable String name,
        @Nullable Integer days,
        @Nullable List<String> roles,
        @Nullable String scope) {

    NewToken toNewToken(CurrentUser creator, int mostDays) {
        Faults faults = new Faults();
        faults.required("name", name);
        Optional<String> shown = faults.text("name", name, 100);
        Optional<Integer> life = faults.required("days", days);
        if (life.filter(d -> d < 1 || d > mostDays).isPresent()) {
            faults.add("days", new Text("须在 1 到 {0} 之间。", "must lie in 1..{0}").with(mostDays));
        }
        Optional<Set<Role>> wanted = Optional.ofNullable(roles).map(names -> narrowed(names, creator, faults));
        Optional<Scope> area = Optional.ofNullable(scope).flatMap(code -> AccountRequest.parseScope(faults, code));
        if (area.filter(code -> !creator.scope().covers(code.prefix())).isPresent()) {
            faults.add(
                    "scope",
                    new Text("须在您的管辖范围 {0} 之内。", "must lie in your own area {0}")
                            .with(creator.scope().prefix()));
        }
        faults.throwIfAny();
        return new NewToken(shown.orElseThrow(), life.orElseThrow(), wanted, area);
    }

    private static Set<Role> narrowed(List<String> names, CurrentUser creator, Faults faults) {
        Set<Role> wanted = EnumSet.noneOf(Role.class);
        for (String name : names) {
            faults.oneOf("roles", name, Role.class).ifPresent(wanted::add);
        }
        if (wanted.isEmpty()) {
            faults.add("roles", new Text("至少一个角色;省略则为您的全部角色。", "at least one role; leave it out for all of yours"));
        }
        wanted.stream()
                .filter(role -> !creator.has(role))
                .forEach(role ->
                        faults.add("roles", new Text("您没有角色 {0}。", "you do not have the role {0}").with(role.name())));
        return wanted;
    }
}
