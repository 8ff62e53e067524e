package org.gridsight.app.dispatch;

import org.gridsight.app.incidents.Orders;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for orders that nobody has answered in time, so that an officer hears of them and sends another one. */
@Component
class AnswerWatch {

    private final Orders orders;
    private final DispatchSettings settings;

    AnswerWatch(Orders orders, DispatchSettings settings) {
        this.orders = orders;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void run() {
        orders.markUnanswered(settings.answerWithin());
    }
}
