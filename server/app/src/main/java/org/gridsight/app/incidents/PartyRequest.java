package org.gridsight.app.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * A party as sent. With the {@code id} of one that is known, what is left out stays as it is, and an empty text removes
 * it: the sender sees masks only and cannot send back what it was never shown.
 */
record PartyRequest(
        @Nullable String id,
        @Nullable String side,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String idKind,
        @Nullable String idNumber,
        @Nullable String address) {

    static final int MOST = 20;

    private static final int ID_LENGTH = 40;
    private static final Text MANY = new Text("最多 {0} 人。", "at most {0} people").with(MOST);
    private static final Text MASK = new Text("这是掩码;不改就不填。", "is a mask; leave it out to keep what is stored");
    private static final Text ID_NUMBER = new Text("证件号码须为 4-40 位字母、数字。", "must be 4-40 letters and digits");
    private static final Text WRONG_ID = new Text("身份证号码不正确,请核对。", "is no resident identity number; check each digit");

    static List<NewIncident.Party> checkAll(@Nullable List<@Nullable PartyRequest> sent, Faults faults) {
        List<NewIncident.Party> parties = new ArrayList<>();
        if (sent == null) {
            return parties;
        }
        if (sent.size() > MOST) {
            faults.add("parties", MANY);
            return parties;
        }
        for (int i = 0; i < sent.size(); i++) {
            String field = "parties[" + i + "]";
            Optional<PartyRequest> one = faults.required(field, sent.get(i));
            one.flatMap(party -> party.check(field, faults)).ifPresent(parties::add);
        }
        return parties;
    }

    /** What is left out as it is known. */
    PartyRequest over(NewIncident.Party known) {
        String kind =
                idNumber == null && known.idKind() != null ? known.idKind().name() : null;
        return new PartyRequest(
                id,
                side == null ? known.side().name() : side,
                name == null ? known.name() : name,
                phone == null ? known.phone() : phone,
                idKind == null ? kind : idKind,
                idNumber == null ? known.idNumber() : idNumber,
                address == null ? known.address() : address);
    }

    private Optional<NewIncident.Party> check(String field, Faults faults) {
        Optional<PartySide> where = faults.required(field + ".side", side)
                .flatMap(word -> faults.oneOf(field + ".side", word, PartySide.class));
        Optional<String> who = faults.required(field + ".name", name)
                .flatMap(text -> faults.text(field + ".name", text, 100))
                .filter(text -> isNoMask(field + ".name", text, faults));
        Optional<String> number = ReportRequest.phone(field + ".phone", phone, faults);
        Optional<String> home = faults.text(field + ".address", address, 300)
                .filter(text -> isNoMask(field + ".address", text, faults));
        Optional<IdKind> kind = faults.oneOf(field + ".idKind", idKind, IdKind.class);
        Optional<String> id = idNumber(field + ".idNumber", kind, faults);
        if (where.isEmpty() || who.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NewIncident.Party(
                where.get(),
                who.get(),
                number.orElse(null),
                id.map(text -> kind.orElseGet(() -> IdKind.guess(text))).orElse(null),
                id.orElse(null),
                home.orElse(null)));
    }

    private Optional<String> idNumber(String field, Optional<IdKind> kind, Faults faults) {
        Optional<String> id = faults.text(field, idNumber, ID_LENGTH)
                .map(text -> text.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
        if (id.filter(text -> !text.matches("[0-9A-Z()-]{4,40}")).isPresent()) {
            faults.add(field, ID_NUMBER);
            return Optional.empty();
        }
        if (id.isPresent() && kind.isPresent() && !kind.get().fits(id.get())) {
            faults.add(field, WRONG_ID);
        }
        return id;
    }

    private static boolean isNoMask(String field, String text, Faults faults) {
        boolean mask = text.contains("**");
        if (mask) {
            faults.add(field, MASK);
        }
        return !mask;
    }
}
