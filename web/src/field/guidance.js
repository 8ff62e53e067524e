/**
 * What experience says to look after on the spot, by category of list B; own words, no law is quoted and nothing here
 * decides anything. Categories without lines get the general ones.
 *
 * @typedef {{zh: string, en: string}} Line
 */

/** @type {readonly Line[]} for every quarrel */
export const GENERAL = Object.freeze([
  { zh: '先分开双方，各自单独听一遍，再一起谈。', en: 'Part the two sides; hear each alone before you hear them together.' },
  { zh: '有人受伤、动刀或扬言伤人：先报警、叫救护，再劝解。', en: 'Somebody hurt, a weapon or a threat: police and ambulance first.' },
  { zh: '只记事实和各方诉求，不当场评判对错。', en: 'Write down facts and wishes; do not judge on the spot.' },
]);

/** @type {Readonly<Record<string, readonly Line[]>>} */
export const GUIDANCE = Object.freeze({
  B01: [
    { zh: '问清有没有动手、以前有没有过；家里有没有孩子和老人在场。', en: 'Ask whether it came to blows, now or before; are children or old people there.' },
    { zh: '当事人不愿回家过夜的，联系亲属或妇联安排去处。', en: 'Who does not want to sleep at home tonight: find relatives or the women’s federation.' },
    { zh: '彩礼、抚养、财产分开谈，一次只谈一件。', en: 'Bride price, children, property: one thing at a time.' },
  ],
  B02: [
    { zh: '到现场看：墙、滴水、通道、噪声，拍下全貌和细部。', en: 'Go and look: wall, dripping water, passage, noise; photograph the whole and the detail.' },
    { zh: '问明以前是怎么用的、有没有旧约定或证人。', en: 'Ask how it was used before, and for old agreements or witnesses.' },
    { zh: '先商定临时办法（停工、让路、限时），再谈长远。', en: 'Agree on something for now (stop work, let pass, quiet hours), then on the long run.' },
  ],
  B05: [
    { zh: '先看伤情和救治，费用由谁先垫付记清楚。', en: 'Injuries and treatment first; note who pays in advance.' },
    { zh: '固定现场：照片、监控位置、在场人联系方式。', en: 'Secure the scene: photos, cameras nearby, who was there and how to reach them.' },
    { zh: '道路事故没有报警的，提醒先报交警。', en: 'A road accident not yet reported: remind them to call the traffic police.' },
  ],
  B06: [
    { zh: '请双方拿出合同、收据、聊天和转账记录，拍照留存。', en: 'Ask both for contract, receipts, messages and transfers; photograph them.' },
    { zh: '物业类：分清是收费、维修还是服务质量，各找各的依据。', en: 'Housing management: fee, repair or quality? Each has its own papers.' },
    { zh: '核对约定的时间、数量、价钱，差在哪一项。', en: 'Compare what was agreed on time, amount and price; where do they differ.' },
  ],
  B07: [
    { zh: '登记人数、欠薪月份和总额，谁招的工、谁管的工。', en: 'Note how many people, which months, what sum; who hired and who led them.' },
    { zh: '收好工牌、工资条、转账等用工凭据的照片。', en: 'Photograph proof of work: badges, pay slips, transfers.' },
    { zh: '有人要聚集或讨薪过激的，立即报告值班员。', en: 'If people gather or tempers rise, tell the duty officer at once.' },
  ],
  B08: [
    { zh: '看借条：本金、利息、日期、签字，和实际转账是否一致。', en: 'Look at the note: sum, interest, date, signature; does it match the transfers.' },
    { zh: '有上门逼债、跟踪恐吓的，建议报警并记下时间。', en: 'Threats or stalking by collectors: advise the police and note the times.' },
    { zh: '谈还款能力，分期写清每期日期和金额。', en: 'Talk about what can be paid; write date and sum of every instalment.' },
  ],
  B09: [
    { zh: '带双方到地头指界，各自指的线分别拍照。', en: 'Walk the border with both; photograph the line each of them shows.' },
    { zh: '查承包证、宅基地证、旧账册，请村里老人说明来历。', en: 'Look at certificates and old books; ask elders how it came about.' },
    { zh: '未确权前劝停抢种、抢建、抢收。', en: 'Until it is settled: no planting, building or harvesting in haste.' },
  ],
  B11: [
    { zh: '问清项目、单位和文件编号，补偿标准谁公布的。', en: 'Ask for project, company, document number; who published the compensation.' },
    { zh: '现场有人阻工或机械对峙：先劝停双方，报告值班员。', en: 'People facing machines: stop both sides first, tell the duty officer.' },
    { zh: '面积、附着物当面核对并双方签字。', en: 'Check areas and what stands on them face to face; both sign.' },
  ],
});
