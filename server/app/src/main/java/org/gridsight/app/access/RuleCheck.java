package org.gridsight.app.access;

import java.util.function.Supplier;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Reason;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Holds a call against one line of {@link AccessRules}: the role, and whether a token will do. */
final class RuleCheck implements AuthorizationManager<RequestAuthorizationContext> {

    /** A token came where a person must. */
    private record PersonNeeded(boolean isGranted) implements AuthorizationResult {}

    private final AuthorityAuthorizationManager<RequestAuthorizationContext> roles;
    private final boolean personOnly;

    RuleCheck(AccessRules.Rule rule) {
        this.roles = AuthorityAuthorizationManager.hasAnyRole(
                rule.roles().stream().map(Enum::name).toArray(String[]::new));
        this.personOnly = rule.personOnly();
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        AuthorizationResult byRole = roles.authorize(authentication, context);
        return byRole.isGranted() && personOnly && BearerFilter.isBearer(context.getRequest())
                ? new PersonNeeded(false)
                : byRole;
    }

    static Reason why(AccessDeniedException refusal) {
        return refusal instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof PersonNeeded
                ? AccessReason.SESSION_ONLY
                : CommonReason.FORBIDDEN;
    }
}
