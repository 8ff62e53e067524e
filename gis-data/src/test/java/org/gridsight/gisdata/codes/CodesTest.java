package org.gridsight.gisdata.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridsight.gisdata.SharedData;
import org.gridsight.gisdata.format.FileRefused;
import org.gridsight.gisdata.format.ReadLimits;
import org.gridsight.gisdata.format.RowFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    private static final LocalDate SPRING = LocalDate.of(2023, 4, 1);
    private static final LocalDate AUTUMN = LocalDate.of(2023, 10, 1);
    private static final LocalDate WINTER = LocalDate.of(2024, 1, 1);

    @TempDir
    Path folder;

    @Test
    void readsATownshipInBothForms() {
        DivisionCode town = DivisionCode.parse("990001101");
        assertThat(town).isEqualTo(DivisionCode.parse("990001101000"));
        assertThat(town.level()).isEqualTo(DivisionLevel.TOWNSHIP);
        assertThat(town.shortForm()).isEqualTo("990001101");
        assertThat(town.digits()).isEqualTo("990001101000");
    }

    @Test
    void walksUpToTheProvince() {
        DivisionCode village = DivisionCode.parse("371328001005");
        assertThat(village.level()).isEqualTo(DivisionLevel.VILLAGE);
        assertThat(village.parents())
                .extracting(DivisionCode::shortForm)
                .containsExactly("371328001", "371328", "3713", "37");
        assertThat(village.township()).contains(DivisionCode.parse("371328001"));
        assertThat(DivisionCode.parse("37").contains(village)).isTrue();
        assertThat(DivisionCode.parse("371329").contains(village)).isFalse();
        assertThat(DivisionCode.parse("37").parent()).isEmpty();
    }

    @Test
    void knowsTheCountyOfTheDemoWithoutAPrefecture() {
        assertThat(DivisionCode.parse("990001101201").parents())
                .extracting(DivisionCode::shortForm)
                .containsExactly("990001101", "990001", "99");
    }

    @Test
    void knowsCitiesWithoutCounties() {
        DivisionCode town = DivisionCode.parse("441900003");
        assertThat(town.level()).isEqualTo(DivisionLevel.TOWNSHIP);
        assertThat(town.parents()).extracting(DivisionCode::shortForm).containsExactly("4419", "44");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "371", "37132", "37132800100", "3713280010051", "37a328", "00", "371328000001"})
    void refusesCodesThatAreNone(String text) {
        assertThatThrownBy(() -> DivisionCode.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    @Test
    void buildsGridCodesOnVillages() {
        GridCode grid = GridCodeForm.DEFAULT.of(DivisionCode.parse("990001101201"), 7);
        assertThat(grid.digits()).isEqualTo("990001101201007");
        assertThat(GridCode.parse("990001101201007")).isEqualTo(grid);
        assertThat(grid.village().shortForm()).isEqualTo("990001101201");
        assertThat(grid.sequence()).isEqualTo(7);
    }

    @Test
    void takesTheFormOfOtherRegions() {
        assertThat(GridCodeForm.of(12, 14).parse("99000110120107").sequence()).isEqualTo(7);
        assertThat(GridCodeForm.of(12, 20).parse("99000110120100000007").sequence())
                .isEqualTo(7);
        assertThatThrownBy(() -> GridCodeForm.of(12, 12)).hasMessageContaining("12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"990001101201000", "99000110120100", "9900011012010071", "99000110120100x", ""})
    void refusesGridCodesThatAreNone(String text) {
        assertThatThrownBy(() -> GridCode.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"");
        assertThatThrownBy(() -> GridCodeForm.DEFAULT.of(DivisionCode.parse("990001101201"), 1_000))
                .hasMessageContaining("1000");
    }

    @Test
    void followsMergedVillagesToTheirSuccessor() {
        CodeHistory history = CodeHistory.empty()
                .opened("A", SPRING)
                .opened("B", SPRING)
                .opened("C", AUTUMN)
                .closed("A", AUTUMN, Optional.of("C"))
                .closed("B", AUTUMN, Optional.empty())
                .opened("D", WINTER)
                .closed("C", WINTER, Optional.of("D"));
        assertThat(history.currentOn("A", SPRING)).contains("A");
        assertThat(history.currentOn("A", AUTUMN)).contains("C");
        assertThat(history.currentOn("A", WINTER)).contains("D");
        assertThat(history.currentOn("B", WINTER)).isEmpty();
        assertThat(history.currentOn("C", SPRING)).isEmpty();
        assertThat(history.validOn(AUTUMN)).containsExactly("C");
        assertThat(history.validOn(SPRING.minusDays(1))).isEmpty();
    }

    @Test
    void neverGivesACodeTwice() {
        CodeHistory history = CodeHistory.empty().opened("A", SPRING).closed("A", AUTUMN, Optional.empty());
        assertThatThrownBy(() -> history.opened("A", WINTER)).hasMessageContaining("code A");
        assertThatThrownBy(() -> CodeHistory.of(List.of(
                        new CodeLife("A", SPRING, Optional.of(AUTUMN), Optional.empty()),
                        new CodeLife("A", AUTUMN, Optional.empty(), Optional.empty()))))
                .hasMessageContaining("never given again");
    }

    @Test
    void refusesSuccessorsThatDoNotHold() {
        CodeHistory history = CodeHistory.empty().opened("A", SPRING).opened("B", WINTER);
        assertThatThrownBy(() -> history.closed("A", AUTUMN, Optional.of("B"))).hasMessageContaining("B");
        assertThatThrownBy(() -> history.closed("A", AUTUMN, Optional.of("A"))).hasMessageContaining("A");
        assertThatThrownBy(() -> history.closed("X", AUTUMN, Optional.empty())).hasMessageContaining("X");
        assertThatThrownBy(() -> history.closed("A", SPRING, Optional.empty())).hasMessageContaining("after");
    }

    @Test
    void importsTheVillagesOfACounty() {
        Path file = SharedData.file("admin/mengyin_371328_villages_2023.csv");
        DivisionList list = DivisionList.read(file, "villages.csv", ReadLimits.defaults());
        assertThat(list.faults()).isEmpty();
        assertThat(list.size()).isEqualTo(375);
        assertThat(list.name(DivisionCode.parse("371328001005"))).contains("西关社区居民委员会");
        assertThat(list.inside(DivisionCode.parse("371328"), DivisionLevel.VILLAGE))
                .hasSize(375);
    }

    @Test
    void importsTheFourLevelsOfAProvince() {
        Path file = SharedData.file("admin/shandong_divisions_2023_level1-4.csv");
        DivisionList list = DivisionList.read(file, "shandong.csv", ReadLimits.defaults());
        assertThat(list.faults()).isEmpty();
        assertThat(list.size()).isEqualTo(1 + 16 + 151 + 1_853);
        DivisionCode province = DivisionCode.parse("37");
        assertThat(list.inside(province, DivisionLevel.PREFECTURE)).hasSize(16);
        assertThat(list.inside(province, DivisionLevel.TOWNSHIP)).hasSize(1_853);
    }

    @Test
    void countsBadRowsOfAList() throws Exception {
        Path file = Files.writeString(folder.resolve("list.csv"), "code,name\n37,山东省\n3x,甲\n37,又一次\n3701,\n3702,青岛市\n");
        DivisionList list = DivisionList.read(file, "list.csv", ReadLimits.defaults());
        assertThat(list.size()).isEqualTo(2);
        assertThat(list.faults())
                .extracting(RowFault::row, RowFault::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, RowFault.Code.BAD_CODE),
                        org.assertj.core.groups.Tuple.tuple(3L, RowFault.Code.DUPLICATE_CODE),
                        org.assertj.core.groups.Tuple.tuple(4L, RowFault.Code.NO_NAME));
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> DivisionList.read(other, "other.csv", ReadLimits.defaults()))
                .isInstanceOf(FileRefused.class);
    }
}
