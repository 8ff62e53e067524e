package org.gridsight.roads;

import static com.graphhopper.json.Statement.If;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement.Op;
import com.graphhopper.util.CustomModel;
import java.util.Locale;

/**
 * How each mode moves, in the terms of the library. Somebody who answers a call may enter private roads, and a
 * motorbike reaches what a car reaches, a little slower on a good road.
 */
final class Profiles {

    /** Islands of fewer edges than this are left out of an extract: parking decks and cut-off ends, not places. */
    static final int LEAST_NETWORK_OF_AN_EXTRACT = 200;

    private static final String CAR_SPEED = "car_average_speed";
    private static final int MOTORBIKE_KMH = 60;

    private Profiles() {}

    static String nameOf(TravelMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    static GraphHopper configured() {
        GraphHopper hopper = new GraphHopper()
                .setEncodedValuesString("car_access|block_private=false, " + CAR_SPEED
                        + ", foot_access|block_private=false, foot_average_speed")
                .setProfiles(
                        profile(TravelMode.FOOT, foot()),
                        profile(TravelMode.MOTORBIKE, motorbike()),
                        profile(TravelMode.CAR, car()));
        for (TravelMode mode : TravelMode.values()) {
            hopper.getCHPreparationHandler().getCHProfiles().add(new CHProfile(nameOf(mode)));
        }
        return hopper;
    }

    private static Profile profile(TravelMode mode, CustomModel model) {
        return new Profile(nameOf(mode)).setCustomModel(model);
    }

    private static CustomModel foot() {
        return quickest()
                .addToPriority(If("!foot_access", Op.MULTIPLY, "0"))
                .addToSpeed(If("true", Op.LIMIT, "foot_average_speed"));
    }

    private static CustomModel motorbike() {
        return car().addToSpeed(If("true", Op.LIMIT, "0.9 * " + CAR_SPEED))
                .addToSpeed(If("true", Op.LIMIT, Integer.toString(MOTORBIKE_KMH)));
    }

    private static CustomModel car() {
        return quickest()
                .addToPriority(If("!car_access", Op.MULTIPLY, "0"))
                .addToSpeed(If("true", Op.LIMIT, CAR_SPEED));
    }

    private static CustomModel quickest() {
        return new CustomModel().setDistanceInfluence(0.0);
    }
}
