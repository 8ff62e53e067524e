/** Sentences of the camera wall in Chinese; both languages have the same keys. */
export const camerasZh = Object.freeze({
  'cameraWall.title': '视频墙',
  'cameraWall.console': '返回值班台',
  'cameraWall.notYours': '您没有调阅视频的权限，可向视频管理员申请。',
  'cameraWall.list': '摄像机',
  'cameraWall.search': '名称、编号或网格',
  'cameraWall.online': '在线 {online} 台，共 {all} 台',
  'cameraWall.found': '找到 {n} 台',
  'cameraWall.more': '只列出前 {shown} 台，请缩小范围。',
  'cameraWall.none': '没有符合的摄像机（共 {all} 台）。',
  'cameraWall.noCameras': '还没有摄像机。请视频管理员登记，或让设备按 GB/T 28181 注册。',
  'cameraWall.empty': '从左侧选择摄像机。每次打开都会登记。',
  'cameraWall.sizes': '画面数',
  'cameraWall.size': '{n} 画面',
});
