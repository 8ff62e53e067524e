package org.gridsight.app.incidents;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.NewAccount;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.testing.Client;
import org.springframework.beans.factory.annotation.Autowired;

/** The loop over HTTP on either database. Signing in is slow by design: the same person of a product is asked again. */
abstract class DoorsContract extends Loop {

    private static final String PASSWORD = "Loop-2026-x";

    /** Of every product that these tests share, told apart by its port. */
    private static final Map<String, Client> PEOPLE = new ConcurrentHashMap<>();

    @Autowired
    private Accounts accounts;

    /** The one so called of that role and area. */
    Client person(String called, String scope, Role role) {
        return Objects.requireNonNull(PEOPLE.computeIfAbsent(port + called + scope + role, key -> {
            String name = called + "-" + System.nanoTime();
            NewAccount account = new NewAccount(name, called, Set.of(role), new Scope(scope), null, null);
            accounts.open(account, PASSWORD, "test");
            return Client.at(URI.create("http://localhost:" + port)).signIn(name, PASSWORD);
        }));
    }

    /** All calls begin at one moment and have ended. */
    static List<Integer> together(List<Callable<Integer>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        CyclicBarrier barrier = new CyclicBarrier(calls.size());
        try {
            List<Callable<Integer>> begun = calls.stream()
                    .<Callable<Integer>>map(call -> () -> {
                        barrier.await();
                        return call.call();
                    })
                    .toList();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(begun)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
