package org.gridsight.gisdata.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gridsight.gisdata.demo.DemoIncident.Actor;
import org.gridsight.gisdata.demo.DemoIncident.Course;
import org.gridsight.gisdata.demo.DemoIncident.Remark;
import org.gridsight.gisdata.demo.DemoIncident.Step;
import org.jspecify.annotations.Nullable;

/** Writes the history of one case, step by step, with legal moves only. Used once. */
final class CourseWriter {

    private static final String[] RESULTS = {
        "已到现场处理完毕，隐患消除。", "双方达成一致意见，签字确认。", "已清理干净，现场恢复整洁。", "已协调相关人员当场办结。", "处理完毕，并向周边群众说明情况。"
    };
    private static final String[] RETURN_REASONS = {"不属于本网格范围，请改派。", "需要专业人员处理，申请退回。", "当事人不在家，现场无法处理，请重新安排。"};
    private static final String[] REJECT_REASONS = {"情况不属实，现场未发现所述问题。", "不属于受理范围，已告知去向。", "信息不全且无法联系反映人。"};
    private static final String[] FINDINGS = {"现场核查，问题已解决。", "照片与现场一致，核查通过。", "已电话核实并到场查看，属实。"};

    private final Draft draft;
    private final Staff staff;
    private final Draws draws;
    private final List<Step> steps = new ArrayList<>();
    private Instant at;
    private @Nullable UUID mergedInto;

    CourseWriter(Draft draft, Staff staff, Draws draws) {
        this.draft = draft;
        this.staff = staff;
        this.draws = draws;
        this.at = draft.received;
    }

    /** @param target the case it is merged into when that is its fate */
    CourseWriter write(Fate fate, @Nullable UUID target) {
        add("report", "REPORTED", staff.reporter(draft), remark(""));
        if (fate.merged()) {
            pass(0.1, 4);
            mergedInto = target;
            add("merge", "MERGED", staff.dispatcher(at), remark("与已登记事件为同一事项，合并办理。"));
        } else if (fate.rejected() && draws.chance(0.5)) {
            reject();
        } else {
            pass(0.05, 0.9);
            add("accept", "ACCEPTED", staff.dispatcher(at), remark(""));
            if (fate.rejected()) {
                reject();
            } else {
                solve(fate);
            }
        }
        return this;
    }

    /** The whole course. */
    Course course() {
        return course(steps);
    }

    /** The course as it stands at a moment: later steps have not happened yet. */
    Course courseUntil(Instant now) {
        return course(steps.stream().filter(s -> !s.at().isAfter(now)).toList());
    }

    /** The course up to the first step into a state, its times moved so that the last one is at the given moment. */
    Course courseUpTo(String status, Instant last) {
        List<Step> kept = new ArrayList<>();
        for (Step step : steps) {
            kept.add(step);
            if (step.status().equals(status)) {
                break;
            }
        }
        double planned = seconds(draft.received, kept.get(kept.size() - 1).at());
        double real = seconds(draft.received, last);
        return course(kept.stream()
                .map(s -> new Step(
                        s.action(),
                        s.status(),
                        s.actor(),
                        Rhythm.later(
                                draft.received,
                                planned == 0 ? 0 : seconds(draft.received, s.at()) / planned * real / 3600),
                        s.remark()))
                .toList());
    }

    private void solve(Fate fate) {
        DemoWorker handler = staff.handler(draft);
        pass(0.05, 1.5);
        assign(handler);
        if (fate.returned()) {
            pass(0.3, 6);
            add("return", "ACCEPTED", Staff.worker(handler), remark(pick(RETURN_REASONS)));
            pass(0.1, 2);
            handler = staff.second(draft);
            assign(handler);
        }
        handle(handler, fate.overdue());
        boolean failsVerification = fate.reopened() && draws.chance(0.5);
        if (failsVerification) {
            pass(1, 20);
            add("verify", "ASSIGNED", staff.verifier(draws), new Remark("FAIL", "现场仍有遗留问题，退回继续处理。"));
            handle(handler, false);
        }
        verify();
        if (fate.reopened() && !failsVerification) {
            pass(2, 40);
            add("revisit", "REVISITED", staff.clerk(draws), new Remark("NOT_SATISFIED", "反映人表示问题反复出现，不满意。"));
            pass(0.2, 3);
            add("reopen", "ASSIGNED", staff.dispatcher(at), remark("回访不满意，重新办理。"));
            handle(handler, false);
            verify();
        }
        revisitAndClose();
    }

    private void assign(DemoWorker worker) {
        add(
                "assign",
                "ASSIGNED",
                staff.dispatcher(at),
                new Remark(worker.id(), "请" + worker.person().name() + "前往处理。"));
    }

    private void handle(DemoWorker handler, boolean late) {
        double limit = draft.kind().limitHours();
        pass(0.01 * limit, 0.08 * limit);
        add("start", "HANDLING", Staff.worker(handler), remark("已到现场。"));
        double share = draws.unit() * draws.unit();
        pass(
                late ? limit : 0.02 * limit + 0.7 * share * limit,
                late ? 1.4 * limit : 0.05 * limit + 0.75 * share * limit);
        add("handle", "HANDLED", Staff.worker(handler), remark(pick(RESULTS)));
    }

    private void verify() {
        pass(1, 20);
        add("verify", "VERIFIED", staff.verifier(draws), new Remark("PASS", pick(FINDINGS)));
    }

    private void revisitAndClose() {
        pass(2, 40);
        boolean reached = draws.chance(0.97);
        add(
                "revisit",
                "REVISITED",
                staff.clerk(draws),
                reached ? new Remark("SATISFIED", "电话回访，反映人表示满意。") : new Remark("UNREACHABLE", "三次回访未接通。"));
        pass(0.2, 8);
        add("close", "CLOSED", reached ? staff.dispatcher(at) : staff.leader(), remark(reached ? "" : "多次回访未接通，同意结案。"));
    }

    private void reject() {
        pass(0.1, 5);
        add("reject", "REJECTED", staff.dispatcher(at), remark(pick(REJECT_REASONS)));
    }

    private Course course(List<Step> kept) {
        String status = kept.get(kept.size() - 1).status();
        Instant dueAt = null;
        List<String> sent = List.of();
        for (Step step : kept) {
            String worker = step.action().equals("assign") ? step.remark().code() : null;
            if (worker != null) {
                sent = List.of(worker);
                dueAt = Rhythm.later(step.at(), draft.kind().limitHours());
            }
        }
        return new Course(status, status.equals("MERGED") ? mergedInto : null, dueAt, sent, List.copyOf(kept));
    }

    private void add(String action, String status, Actor actor, Remark remark) {
        steps.add(new Step(action, status, actor, at, remark));
    }

    private void pass(double leastHours, double mostHours) {
        at = Rhythm.later(at, draws.between(leastHours, mostHours));
    }

    private String pick(String[] words) {
        return words[draws.below(words.length)];
    }

    private static Remark remark(String words) {
        return new Remark(null, words);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }
}
