package org.gridsight.app.exchange;

/** Names for what the product makes: Chinese where the place's own name is, else English. */
record GridNames(boolean chinese) {

    static GridNames like(String placeName) {
        return new GridNames(placeName
                .codePoints()
                .anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN));
    }

    String village(int number) {
        return chinese ? "第" + number + "片区" : "District " + number;
    }

    String grid(String village, int number) {
        return chinese ? village + "第" + number + "网格" : village + " grid " + number;
    }
}
