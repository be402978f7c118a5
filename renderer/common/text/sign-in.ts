/** Words of the sign-in page that the clerk screen and the console share. */
export const signInText = {
  staffNumber: '工号',
  password: '口令',
  signIn: '登录',
  signingIn: '正在登录…',
  waitSeconds: (seconds: number) => `请 ${seconds} 秒后再试`,
  staffNumberNeeded: '请填写工号',
  passwordNeeded: '请填写口令',
  connecting: '正在连接主机…',
  unreachable: '连接不上主机，正在重试。请检查网线，或到主机前查看程序是否在运行。',
  signInUnreachable: '主机没有应答，没有登录成功，请稍候再试。',
  notPaired: '这台设备还没有配对。',
  pairNow: '去配对',
  needsAdministrator: '大厅还没有系统管理员。请先在主机的管理台建立第一个管理员。',
  demoTitle: '演示大厅的人员（点一下填入工号和口令）',
  demoWindows: (windowNumbers: readonly number[]) =>
    windowNumbers.length === 0 ? '不限窗口' : `${windowNumbers.join('、')} 号窗口`,
  forgotten: '忘记口令请联系系统管理员重设。',
} as const
