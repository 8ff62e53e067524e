/** Sentences of the map on the picture in Chinese; both languages have the same keys. */
export const lensZh = Object.freeze({
  'lens.label': '画面与地图',
  'lens.map': '叠加地图',
  'lens.report': '在画面上报',
  'lens.pick': '点击画面中事件所在的地面；也可用方向键移动、回车确定。',
  'lens.place': '{place}，误差约 ±{accuracy}',
  'lens.SKY': '地平线以上，没有地面。',
  'lens.FAR': '太远，位置不可靠。',
  'lens.noMap': '地图数据没有读到，请稍后再试。',
  'lens.stale': '标定可能已失效（{why}），位置仅供参考。',
  'report.seen': '由摄像机“{camera}”画面定位，误差约 ±{accuracy}。',
});
