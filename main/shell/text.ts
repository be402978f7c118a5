/** All that the shell itself says to people, by key; the screens have their own. */
export const text = {
  titles: { kiosk: '取号机', clerk: '窗口端', display: '大屏', console: '管理台', countertop: '前置屏' },
  hubRefusedTitle: '大厅没有打开',
  hubRefused: '主机没有启动，请按下面的说明处理后重新打开。',
  hubKeepsDying: '主机反复退出，没有启动成功。下面是它最后的输出：',
  noLastWords: '（没有输出）',
  close: '关闭',
  forbiddenSwitch: (name: string) => `不允许使用启动参数 --${name}。`,
  alreadyRunning: '这个大厅已经打开，已切换到它的窗口。',
  print: {
    badRequest: '打印内容不完整，没有打印。',
    noPrinter: '没有找到打印机，请检查打印机是否开机、连线并已安装驱动。',
    namedPrinterMissing: (name: string) => `没有找到打印机“${name}”，请检查连线，或在管理台另选打印机。`,
    tookTooLong: '打印机 15 秒内没有响应，请检查打印机。',
    driverRefused: (reason: string) => `打印机驱动没有接受打印任务（${reason}），请检查打印机。`,
    notWritten: (reason: string) => `PDF 没有保存成功（${reason}），请检查磁盘空间和目录权限。`,
    failed: (reason: string) => `打印没有成功（${reason}）。`,
  },
}
