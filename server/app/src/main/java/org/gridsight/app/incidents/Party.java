package org.gridsight.app.incidents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Somebody named in a matter, in clear: never on the wire except masked or unmasked on record. */
@Entity
@Table(schema = "incidents", name = "party")
class Party {

    @Id
    private UUID id = new UUID(0, 0);

    @Column(updatable = false)
    private long incidentSeq;

    /** Order within the case, from 0. */
    private int place;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private PartySide side = PartySide.MAIN;

    private String name = "";
    private @Nullable String phone;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable IdKind idKind;

    private @Nullable String idNumber;
    private @Nullable String address;

    protected Party() {}

    Party(Incident incident, int place, NewIncident.Party told) {
        this.id = UUID.randomUUID();
        this.incidentSeq = incident.seq();
        become(place, told);
    }

    /** True when anything is different now. */
    final boolean become(int newPlace, NewIncident.Party told) {
        boolean same = newPlace == place && told.equals(told());
        place = newPlace;
        side = told.side();
        name = told.name();
        phone = told.phone();
        idKind = told.idKind();
        idNumber = told.idNumber();
        address = told.address();
        return !same;
    }

    UUID id() {
        return id;
    }

    NewIncident.Party told() {
        return new NewIncident.Party(side, name, phone, idKind, idNumber, address);
    }
}
