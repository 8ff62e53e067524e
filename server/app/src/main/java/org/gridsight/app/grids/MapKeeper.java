package org.gridsight.app.grids;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the present {@link GridMap} in one volatile field. Loaded before the first request, loaded anew after each commit
 * that changed it, and whenever the version in the database is found to be another one.
 */
@Component
class MapKeeper implements SmartInitializingSingleton {

    private final MapLoader loader;
    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    /** Written under this object's lock, read by all; the map itself never changes. */
    private volatile @Nullable GridMap present;

    MapKeeper(MapLoader loader, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.loader = loader;
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setReadOnly(true);
    }

    @Override
    public void afterSingletonsInstantiated() {
        reload();
    }

    GridMap current() {
        GridMap map = present;
        if (map == null) {
            return reload();
        }
        boolean mayDecide = TransactionSynchronizationManager.isActualTransactionActive();
        // a newer map of this very transaction is for its eyes only, so it is not kept
        return mayDecide && storedVersion() != map.version() ? loader.load() : map;
    }

    /** Called by whoever changes the map, inside the transaction. */
    void reloadAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                reload();
            }
        });
    }

    /** Another process may have changed the map, or the database may have been restored. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT10S")
    void compare() {
        GridMap map = present;
        if (map == null || storedVersion() != map.version()) {
            reload();
        }
    }

    private synchronized GridMap reload() {
        GridMap map = apart.execute(status -> loader.load());
        present = map;
        return map;
    }

    private long storedVersion() {
        return jdbc.sql("select version from grids.place where id = 1")
                .query(Long.class)
                .optional()
                .orElse(Place.UNDEFINED_VERSION);
    }
}
