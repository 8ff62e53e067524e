package org.gridsight.app.access;

import java.security.Principal;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The principal Spring Security carries; its name indexes the sessions of an account. */
record SignedIn(CurrentUser user) implements Principal, java.io.Serializable {

    @Override
    public String getName() {
        return user.username();
    }

    static List<GrantedAuthority> authorities(CurrentUser user) {
        return user.roles().stream()
                .map(role -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }
}
