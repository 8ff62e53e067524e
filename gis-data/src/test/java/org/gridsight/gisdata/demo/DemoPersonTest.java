package org.gridsight.gisdata.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridsight.gisdata.demo.DemoTownshipTest.TOWN;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody in the demo can be a real person. */
class DemoPersonTest {

    @Test
    void namesNobody() {
        assertThat(people()).allSatisfy(person -> assertThat(person.name()).matches("演示人员\\d{3,5}"));
        assertThat(TOWN.incidents().stream().flatMap(i -> i.course().steps().stream()))
                .allSatisfy(step -> assertThat(step.actor().name()).matches("演示人员\\d{3,5}|.{2}村服务平台"));
    }

    @Test
    void hasPhonesThatNoNetworkGivesOut() {
        assertThat(people())
                .allSatisfy(person -> assertThat(person.phone())
                        .hasSize(11)
                        .containsOnlyDigits()
                        .doesNotMatch("1[3-9]\\d{9}"));
    }

    @Test
    void hasIdentityNumbersWhoseCheckDigitIsWrong() {
        assertThat(Stream.concat(people(), IntStream.range(0, 3000).mapToObj(DemoPerson::numbered)))
                .allSatisfy(person -> {
                    assertThat(person.idNumber()).matches("990001\\d{11}[0-9X]");
                    assertThat(isoCheck(person.idNumber()))
                            .as(person.idNumber())
                            .isNotEqualTo(1);
                });
    }

    /** ISO 7064 MOD 11-2 over all 18 characters: 1 when the number is right. A twin of the product's own arithmetic. */
    private static int isoCheck(String number) {
        int rest = 0;
        for (int i = 0; i < 18; i++) {
            int digit = number.charAt(i) == 'X' ? 10 : number.charAt(i) - '0';
            rest = i == 17 ? (rest + digit) % 11 : (rest + digit) * 2 % 11;
        }
        return rest;
    }

    private static Stream<DemoPerson> people() {
        return Stream.concat(
                TOWN.workers().stream().map(DemoWorker::person),
                TOWN.incidents().stream()
                        .flatMap(i -> Stream.concat(
                                Stream.of(i.report().people().reporter()), i.report().people().parties().stream())));
    }
}
