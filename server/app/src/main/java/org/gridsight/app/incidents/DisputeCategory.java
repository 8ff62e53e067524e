package org.gridsight.app.incidents;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridsight.app.kernel.Text;

/**
 * What a dispute is about, in both lists in use: A, the older of 18, and B, the newer of 17. The stored code is the one
 * given; the other list is derived and lossy, so it is never stored (the mapping is ours).
 */
public enum DisputeCategory {
    A01("婚姻家庭", "Marriage and family", "B01"),
    A02("邻里", "Neighbours", "B02"),
    A03("房屋宅基地", "Houses and house sites", "B09"),
    A04("合同", "Contracts", "B06"),
    A05("生产经营", "Production and business", "B10"),
    A06("损害赔偿", "Compensation for damage", "B05"),
    A07("山林土地", "Forest and land", "B09"),
    A08("征地拆迁", "Land taking and demolition", "B11"),
    A09("环境污染", "Pollution", "B05"),
    A10("拖欠农民工工资", "Unpaid wages of migrant workers", "B07"),
    A11("其他劳动争议", "Other labour disputes", "B07"),
    A12("旅游", "Tourism", "B06"),
    A13("电子商务", "E-commerce", "B06"),
    A14("其他消费", "Other consumer disputes", "B06"),
    A15("医疗", "Medical care", "B05"),
    A16("道路交通", "Road traffic", "B05"),
    A17("物业", "Property management", "B06"),
    A18("其他", "Other", "B17"),
    B01("婚恋家庭", "Partners and family", "A01"),
    B02("邻里", "Neighbours", "A02"),
    B03("人格权", "Personality rights", "A06"),
    B04("物权", "Property rights", "A03"),
    B05("侵权", "Torts", "A06"),
    B06("合同", "Contracts", "A04"),
    B07("劳动人事", "Labour and personnel", "A11"),
    B08("金融借贷", "Finance and lending", "A04"),
    B09("土地及资源权属", "Ownership of land and resources", "A07"),
    B10("其他民商事", "Other civil and commercial", "A05"),
    B11("城乡建设发展", "Town and country development", "A08"),
    B12("涉民政", "Civil affairs", "A18"),
    B13("其他行政执法", "Other administrative enforcement", "A18"),
    B14("涉法涉诉", "Law and litigation", "A18"),
    B15("涉组织纪检", "Party organisation and discipline", "A18"),
    B16("涉民族宗教", "Ethnic and religious", "A18"),
    B17("其他", "Other", "A18");

    private final Text text;
    private final String otherCode;

    DisputeCategory(String zh, String en, String otherCode) {
        this.text = new Text(zh, en);
        this.otherCode = otherCode;
    }

    public Text text() {
        return text;
    }

    /** {@code A} or {@code B}. */
    public String list() {
        return name().substring(0, 1);
    }

    /** The closest entry of the other list. */
    public DisputeCategory other() {
        return valueOf(otherCode);
    }

    public static Optional<DisputeCategory> parse(String code) {
        return Arrays.stream(values())
                .filter(category -> category.name().equals(code))
                .findFirst();
    }

    /** The codes a filter for this one finds: itself and those of the other list that mean it. */
    public Set<String> codesAlike() {
        return Arrays.stream(values())
                .filter(category -> category == this || category.other() == this)
                .map(Enum::name)
                .collect(Collectors.toSet());
    }
}
