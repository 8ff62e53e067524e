package org.gridsight.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.gridsight.app.kernel.Reason;
import org.gridsight.app.kernel.Rejected;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Spring Security, told the table of {@link AccessRules}, the cookies and the headers. */
@Configuration
class SecuritySetup {

    /** The worker page as it is asked for, and the file to which the container forwards that. */
    private static final Set<String> EMBEDDABLE = Set.of("/field", "/field.html");

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    /** Sign-in goes through {@link SignIn} alone; this keeps Spring from inventing a user. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new BadCredentialsException("sign in at /api/session");
        };
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new DelegatingSecurityContextRepository(
                new RequestAttributeSecurityContextRepository(), new HttpSessionSecurityContextRepository());
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            Tokens tokens,
            ContentPolicy policy,
            SecurityContextRepository contexts,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems)
            throws Exception {
        http.securityContext(context -> context.securityContextRepository(contexts))
                .authorizeHttpRequests(SecuritySetup::fillIn)
                .csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .ignoringRequestMatchers(BearerFilter::isBearer))
                .addFilterBefore(new BearerFilter(tokens), AuthorizationFilter.class)
                .addFilterBefore(new ExpectedUser(problems), AuthorizationFilter.class)
                .headers(headers -> headers.frameOptions(frames -> frames.disable())
                        .addHeaderWriter((request, response) -> frame(policy, request, response))
                        .referrerPolicy(referrer -> referrer.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                                        .ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), microphone=(), payment=()")))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, refusal) -> problems.resolveException(
                                        request, response, null, new Rejected(AccessReason.NOT_SIGNED_IN)))
                        .accessDeniedHandler((request, response, refusal) -> {
                            Reason reason =
                                    refusal instanceof CsrfException ? AccessReason.CSRF : RuleCheck.why(refusal);
                            problems.resolveException(request, response, null, new Rejected(reason));
                        }))
                .httpBasic(basic -> basic.disable())
                .formLogin(form -> form.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable());
        return http.build();
    }

    /** The worker page may stand inside another page where the customer says so; nothing else ever does. */
    private static void frame(ContentPolicy policy, HttpServletRequest request, HttpServletResponse response) {
        boolean embeddable = EMBEDDABLE.contains(
                request.getRequestURI().substring(request.getContextPath().length()));
        response.setHeader("Content-Security-Policy", embeddable ? policy.embeddable() : policy.directives());
        if (!embeddable) {
            response.setHeader("X-Frame-Options", "DENY");
        }
    }

    private static void fillIn(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        for (AccessRules.Rule rule : AccessRules.RULES) {
            var matched = rule.method().equals("*")
                    ? requests.requestMatchers(rule.pattern())
                    : requests.requestMatchers(HttpMethod.valueOf(rule.method()), rule.pattern());
            Set<Role> roles = rule.roles();
            if (roles.isEmpty()) {
                matched.permitAll();
            } else {
                matched.access(new RuleCheck(rule));
            }
        }
        requests.anyRequest().denyAll();
    }
}
