package org.gridsight.app.browser;

import org.gridsight.app.testing.Requires;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one {@link DemoTown} of this run: started before the first class that wants it, closed at the end. */
final class WithDemoTown implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(WithDemoTown.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Requires.chromium();
        town(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        town(context)
                .leave(context.getExecutionException()
                        .map(failure -> context.getRequiredTestMethod().getName()));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DemoTown.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return town(context);
    }

    private static DemoTown town(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(DemoTown.class, key -> DemoTown.start(), DemoTown.class);
    }
}
