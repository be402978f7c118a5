import { patrolRefusals } from './patrol-refusal.ts'
import { promiseRefusals } from './promise-refusal.ts'

/**
 * Every way the hall says no, with its one sentence. `{name}` is filled from the refusal's facts.
 * `clause` names what a citizen may ask for: the service regulations by article and clause (篇5.7), a
 * law by its article.
 */
export const refusals = {
  // who you are, what you may
  'not-paired': { zh: '这台设备尚未配对，请在管理台批准后使用。', en: 'This device is not paired with the hall.' },
  'not-signed-in': { zh: '请先登录。', en: 'Please sign in first.' },
  'not-permitted': { zh: '您的岗位不能进行这项操作。', en: 'Your role may not do this.' },
  'wrong-credentials': { zh: '工号或口令不正确。', en: 'Wrong staff number or password.' },
  'sign-in-throttled': {
    zh: '输错次数过多，请 {seconds} 秒后再试，忘记口令请联系系统管理员。',
    en: 'Too many attempts. Try again in {seconds} seconds.',
  },
  'not-your-window': {
    zh: '您没有在 {windowNumber} 号窗口上岗。',
    en: 'You are not on duty at window {windowNumber}.',
  },
  'window-not-assigned': {
    zh: '您未被安排在 {windowNumber} 号窗口。',
    en: 'Window {windowNumber} is not assigned to you.',
  },
  'demo-only': { zh: '只有演示大厅可以这样做。', en: 'Only the demo hall can do this.' },
  malformed: { zh: '请求内容不符合要求：{problem}', en: 'The request is malformed: {problem}' },
  busy: { zh: '操作太快，请稍候再按。', en: 'Too many requests, please wait.' },
  // the timetable
  'hall-rest-day': {
    zh: '今天不上班（{dayKind}），{nextOpen}。',
    en: 'The hall is closed today. {nextOpen}',
    clause: '篇5.7',
  },
  'hall-not-yet-open': { zh: '还没到取号时间，{nextOpen}。', en: 'Not open yet. {nextOpen}', clause: '篇5.7' },
  'hall-on-lunch-break': { zh: '现在是午休时间，{nextOpen}。', en: 'Lunch break. {nextOpen}', clause: '篇5.7' },
  'hall-linkup': {
    zh: '17 点后窗口人员回原单位衔接办理业务，今天不再取号、叫号，{nextOpen}。',
    en: 'Public hours have ended; staff now work with their home units. {nextOpen}',
    clause: '篇5.7',
  },
  'hall-closed': { zh: '今天已下班，{nextOpen}。', en: 'The hall has closed for today. {nextOpen}', clause: '篇5.7' },
  'issuing-ended': {
    zh: '距对外办公结束不足 {minutes} 分钟，已停止取号，{nextOpen}。',
    en: 'No more numbers in the last {minutes} minutes. {nextOpen}',
    clause: '篇5.7',
  },
  'clock-behind': {
    zh: '主机日期早于已经开厅的日期，请核对主机时钟。',
    en: 'The hub’s clock is behind the day already opened.',
  },
  // taking a number
  'item-unknown': { zh: '没有这个事项，可能刚刚调整过，请重新选择。', en: 'This service is not offered.' },
  'item-without-window': {
    zh: '“{itemName}”暂无窗口受理，请到导办台咨询。',
    en: 'No window serves “{itemName}” now. Please ask at the guide desk.',
  },
  'already-waiting': {
    zh: '您已取过这项业务的号 {number}，正在等候，可以补打，不必重取。',
    en: 'You already hold {number} for this service. You can reprint it.',
  },
  'id-number-needed': { zh: '这个事项需要凭身份证号取号。', en: 'An ID number is needed for this service.' },
  'id-number-invalid': { zh: '身份证号不正确（{problem}），请核对。', en: 'The ID number is not valid.' },
  'id-number-fifteen': {
    zh: '15 位旧身份证号已停用，请使用 18 位身份证号。',
    en: 'Please use the 18-digit ID number.',
  },
  'self-only': { zh: '这个事项须由本人取号。', en: 'Only the person concerned may take this number.' },
  'daily-limit-reached': {
    zh: '今天为这个事项取号已达 {max} 次，请到导办台说明情况。',
    en: 'The daily limit of {max} numbers is reached.',
  },
  'quota-used-up': {
    zh: '本时段“{itemName}”的号已取完，若窗口空闲可直接到窗口办理。',
    en: 'No numbers are left for this session.',
  },
  'hall-full': { zh: '等候人数已达上限，请到导办台咨询。', en: 'Too many people are waiting.' },
  'numbers-used-up': { zh: '今天这个队列的号码已用完，请到导办台。', en: 'No numbers are left today.' },
  'priority-by-staff': {
    zh: '优先号由工作人员查验证件后办理，请到导办台。',
    en: 'Priority numbers are given at the guide desk.',
  },
  'carried-number-unknown': {
    zh: '没有找到可在今天使用的转结号 {number}。',
    en: 'No carried-over number {number} is valid today.',
  },
  // calling and serving
  'window-unknown': { zh: '没有 {windowNumber} 号窗口。', en: 'There is no window {windowNumber}.' },
  'window-not-open': { zh: '窗口没有开放。', en: 'The window is not open.' },
  'window-paused': { zh: '窗口已暂停，请先恢复。', en: 'The window is paused.' },
  'window-has-ticket': { zh: '{number} 还在本窗口，请先办结或处理。', en: '{number} is still at this window.' },
  'nobody-waiting': { zh: '当前没有等候的号。', en: 'Nobody is waiting.' },
  'ticket-unknown': { zh: '没有这个号。', en: 'There is no such number.' },
  'ticket-not-waiting': { zh: '{number} 不在等候中（{status}）。', en: '{number} is not waiting.' },
  'ticket-not-here': { zh: '{number} 不在本窗口（{status}）。', en: '{number} is not at this window.' },
  'ticket-other-window': {
    zh: '{number} 指定由 {windowNumber} 号窗口办理。',
    en: '{number} is for window {windowNumber}.',
  },
  'queue-not-served': { zh: '本窗口不受理这个队列。', en: 'This window does not serve that queue.' },
  'recall-too-soon': { zh: '刚刚叫过，请 {seconds} 秒后再叫。', en: 'Called a moment ago; wait {seconds} s.' },
  'call-again-first': {
    zh: '叫满 {max} 次未到才能过号，已叫 {count} 次。',
    en: 'Call {max} times before passing over.',
  },
  'service-not-started': { zh: '还没有开始办理，不能办结。', en: 'The service has not started.' },
  'service-started': { zh: '{number} 正在办理，不能进行这项操作。', en: '{number} is being served.' },
  'hold-occupied': { zh: '本窗口已挂起一个号，请先处理它。', en: 'This window already holds a number.' },
  'ticket-not-held': { zh: '{number} 没有在本窗口挂起。', en: '{number} is not on hold here.' },
  'ticket-not-missed': { zh: '{number} 没有过号，不用激活。', en: '{number} has not been missed.' },
  'requeue-used-up': { zh: '{number} 已激活过 {max} 次，请重新取号。', en: 'Take a new number, please.' },
  'transfer-limit': {
    zh: '{number} 已转过 {max} 次，再转须由值班主任办理。',
    en: 'Ask the supervisor to transfer again.',
  },
  'transfer-target-missing': { zh: '请选择要转到的事项或窗口。', en: 'Choose where to transfer.' },
  'transfer-target-closed': {
    zh: '{target} 现在没有人受理，请改选：{alternatives}。',
    en: '{target} is not served now. Choose: {alternatives}.',
  },
  'person-already-waiting': {
    zh: '该办事人在这个队列已有号 {number} 在等候，请先取消其中一个。',
    en: 'This visitor already waits there with {number}.',
  },
  'transfer-same-place': { zh: '已经在这里，不用转。', en: 'It is already here.' },
  'ticket-ended': { zh: '{number} 已经{status}。', en: '{number} has ended.' },
  // windows
  'window-taken': { zh: '{windowNumber} 号窗口已有 {staffName} 上岗。', en: 'Window {windowNumber} is taken.' },
  'clerk-elsewhere': {
    zh: '您已在 {windowNumber} 号窗口上岗，请先在那里下岗。',
    en: 'You are already at window {windowNumber}.',
  },
  'window-already-open': { zh: '窗口已经开放。', en: 'The window is already open.' },
  'window-not-paused': { zh: '窗口没有暂停。', en: 'The window is not paused.' },
  'pause-note-needed': { zh: '选择“其他”时请写明原因。', en: 'Please state the reason.' },
  'duty-not-needed': { zh: '现在是对外办公时间，不需要值守窗口。', en: 'No duty window is needed now.' },
  'window-not-on-duty': { zh: '这个窗口没有值守。', en: 'This window is not on duty.' },
  // setup
  'queue-unknown': { zh: '没有队列 {letter}。', en: 'There is no queue {letter}.' },
  'queue-in-use': { zh: '队列 {letter} 还有事项或窗口在用，不能撤销。', en: 'Queue {letter} is in use.' },
  'promise-over-statutory': {
    zh: '承诺时限不能长于法定时限。',
    en: 'The promised limit exceeds the statutory one.',
    clause: '篇5.4',
  },
  'stages-over-promise': {
    zh: '各环节的时限要与承诺时限单位相同，合计不能超过承诺时限；即办件和没有承诺时限的事项不分环节。',
    en: 'The stages must be in the unit of the promised limit and add up to no more than it.',
  },
  'item-incomplete': {
    zh: '“{itemName}”应当公示的内容不全，缺：{blocks}。请补齐，或先存为草稿。',
    en: 'A published item needs all eight blocks.',
    clause: '篇1.4',
  },
  'window-in-use': { zh: '窗口正在使用，请先下岗。', en: 'The window is in use.' },
  'timetable-missing': { zh: '至少要保留一个长期有效的作息时间。', en: 'One open-ended timetable must remain.' },
  'not-published': { zh: '没有这一项，可能已被撤销。', en: 'It does not exist.' },
  'staff-number-taken': { zh: '工号 {staffNumber} 已有人使用。', en: 'Staff number {staffNumber} is taken.' },
  'staff-unknown': { zh: '没有这名人员。', en: 'There is no such person.' },
  'last-administrator': { zh: '至少要保留一名系统管理员。', en: 'One administrator must remain.' },
  'pairing-code-unknown': {
    zh: '配对码不存在或已过期，请在设备上重新获取。',
    en: 'The pairing code is unknown or expired.',
  },
  'countertop-window-needed': {
    zh: '请选择前置屏放在几号窗口。',
    en: 'Choose the window of the countertop screen.',
  },
  'screen-unknown': { zh: '没有这台设备。', en: 'There is no such device.' },
  'already-set-up': { zh: '大厅已经有系统管理员。', en: 'The hall already has an administrator.' },
  'no-clock-jump': { zh: '没有需要确认的时钟跳变。', en: 'There is no clock jump to confirm.' },
  ...promiseRefusals,
  // handover
  'handover-unknown': { zh: '没有这份交接单。', en: 'There is no such handover.' },
  'handover-not-yours': {
    zh: '{number} 是{staffName}的交接单，只能由本人交出。',
    en: 'Only {staffName} can give this handover.',
    clause: '篇5.7',
  },
  'handover-status': { zh: '{number} {status}，不能{action}。', en: 'The handover stands otherwise.' },
  'handover-day-over': {
    zh: '{number} 是 {day} 的交接单，当日已过，不能再交接。',
    en: 'The handover was for {day}.',
    clause: '篇5.7',
  },
  'handover-own': {
    zh: '自己的交接单不能自己接收，请由原单位的同事、联络人或值班主任接收。',
    en: 'Nobody takes his own handover.',
    clause: '篇5.7',
  },
  'handover-other-unit': {
    zh: '{number} 交给{homeUnit}，由该单位的同事、联络人或值班主任接收。',
    en: 'The handover is for another unit.',
  },
  'handover-not-for-you': { zh: '{number} 由{staffName}接收。', en: 'The handover is for {staffName}.' },
  'handover-leave-unfit': {
    zh: '要有已批准的请假，并且写明 B 岗，才能做 AB 岗交接。',
    en: 'It takes an approved leave with somebody who stands in.',
  },
  'handover-leave-runs': {
    zh: '请假还没有结束，返岗后再办回交；提前返岗的，请值班主任先撤销请假。',
    en: 'The leave still runs.',
  },
  'handover-under-way': { zh: '这次请假已有交接单 {number}。', en: 'There is a handover for this leave already.' },
  'handover-lines-changed': {
    zh: '有办件已经不在您手上，请重新核对交接单。',
    en: 'The open filings have changed; look again.',
  },
  'handover-action-needed': {
    zh: '{number} 有原件随交，请写明需要原单位办理什么。',
    en: 'Say what the home unit is to do with the originals.',
  },
  'handover-originals-out': {
    zh: '{number} 的原件还在原单位（{staffName}），确认返回后才能再交。',
    en: 'The originals are still at the home unit.',
  },
  'handover-return-by': { zh: '{number} 由交出人或值班主任确认返回。', en: 'The giver or a supervisor confirms it.' },
  'handover-nothing-out': { zh: '{number} 没有随交的原件和事项，不用返回。', en: 'Nothing went along.' },
  'staff-holds-originals': {
    zh: '{staffName} 从大厅接收的 {count} 份交接单还没有返回，请先确认返回。',
    en: 'Originals of the hall are still with {staffName}.',
    clause: '篇5.7',
  },
  // documents, alarms, boards
  'document-unknown': { zh: '没有这份文书。', en: 'There is no such document.' },
  'document-voided': { zh: '{number} 已经作废。', en: 'The document is void.' },
  'document-not-signable': { zh: '{number} 不需要在签字板上签收。', en: 'This document is not signed for here.' },
  'document-signed': { zh: '{number} 已经签收。', en: 'The document has been signed for.' },
  'alarm-unknown': { zh: '没有这条预警。', en: 'There is no such alarm.' },
  'alarm-not-yours': { zh: '这条预警不是发给您的。', en: 'This alarm is not for you.' },
  'alarm-ended': { zh: '这条预警已经{status}。', en: 'This alarm has been dealt with.' },
  'boards-incomplete': {
    zh: '公开内容还缺：{missing}，补全后才能打印和发放。',
    en: 'The boards lack: {missing}.',
    clause: '篇1.4',
  },
  // the daily log
  'log-day-to-come': { zh: '{day} 还没有到，不能记日志。', en: 'That day has not come yet.' },
  'log-rest-day': { zh: '{day} 是休息日，大厅没有开，不用记日志。', en: 'The hall was closed on that day.' },
  'log-too-early': { zh: '这一天的工作到 {clock} 才结束，请下班后再结账。', en: 'The day’s work ends at {clock}.' },
  'log-closed': { zh: '日志 {number} 已经结账，只能写补充说明。', en: 'The log is closed; add a note.' },
  'log-not-closed': { zh: '这一天的日志还没有结账。', en: 'The log is not closed yet.' },
  'log-patrol-open': { zh: '还有一轮巡查没有结束，请先结束巡查。', en: 'A patrol round is still open.' },
  'log-lacks': { zh: '日志还缺：{what}，填好后才能结账。', en: 'The log lacks: {what}.' },
  ...patrolRefusals,
  // attendance
  'no-punch-now': { zh: '现在不用打卡：今天不上班，或已经下班。', en: 'No punch is expected now.' },
  'punch-at-open-window': {
    zh: '您还在 {windowNumber} 号窗口上岗，请先下岗或暂停。',
    en: 'Close or pause window {windowNumber} first.',
  },
  'punch-own': { zh: '本人的卡请由另一位值班主任补。', en: 'Another supervisor enters your own punch.' },
  'punch-not-fitting': {
    zh: '{day} {clock} 不能记为“{kind}”，请按当天作息核对。',
    en: 'This time does not fit that punch, or has not come yet.',
  },
  'day-out-not-asked': {
    zh: '只能确认上一工作日（{day}）的下班时间，且当天有打卡。',
    en: 'Only the last workday can be confirmed.',
  },
  'day-out-known': { zh: '这一天的下班时间已经有了。', en: 'The end of that day is known already.' },
  'day-out-impossible': {
    zh: '下班时间应在最后一次打卡（{from}）之后、当天 24:00 之前。',
    en: 'Between the last punch and midnight.',
  },
  'leave-unknown': { zh: '没有这条请假。', en: 'There is no such leave.' },
  'leave-range': { zh: '请填写起止时间，止在起之后，最长一年。', en: 'Give a beginning and an end, a year at most.' },
  'leave-overlaps': { zh: '这段时间已有请假（待批或已批准）。', en: 'There is leave in that time already.' },
  'leave-decided': { zh: '这条请假{status}，不能再办。', en: 'This leave has been dealt with.' },
  'leave-own': { zh: '本人的请假请由另一位值班主任审批。', en: 'Another supervisor decides on your own leave.' },
  'leave-by-supervisor': {
    zh: '只能撤销自己待批的请假，已批准的请由值班主任撤销。',
    en: 'A supervisor cancels approved leave.',
  },
  'leave-is-substitute': {
    zh: '这段时间您是 {staffName} 的 B 岗，A、B 岗不能同时离岗，请先改由别人顶岗。',
    en: 'You stand in for somebody in that time.',
  },
  'substitute-unfit': { zh: 'B 岗应是本厅另一名在岗人员。', en: 'The substitute must be another of the staff.' },
  'substitute-away': {
    zh: '{staffName} 这段时间也请假，A、B 岗不能同时离岗，请另选 B 岗。',
    en: 'The substitute is away at the same time.',
  },
  // on the post
  'observation-unknown': { zh: '没有这条在岗提示。', en: 'There is no such observation.' },
  'observation-not-yours': { zh: '这条在岗提示不是您的，由本人说明。', en: 'Only the person it is about explains it.' },
  'observation-explained': { zh: '已经说明过了。', en: 'It has been explained.' },
  'observation-excused': { zh: '值班主任已采纳说明，不用再处理。', en: 'It has been excused.' },
  'command-id-reused': { zh: '同一指令编号对应了不同内容。', en: 'The command id was used for another command.' },
} as const satisfies Record<string, { zh: string; en: string; clause?: string }>

/** 拒绝: the state of the world that forbids a command. */
export type RefusalCode = keyof typeof refusals

/** All of them, in the order of the table above. */
export const refusalCodes = Object.keys(refusals) as RefusalCode[]

/** Values for the blanks of a refusal's sentence. */
export type RefusalFacts = Record<string, string | number>

export interface Refusal {
  kind: 'refused'
  code: RefusalCode
  facts: RefusalFacts
}

/** The sentence of a refusal with its blanks filled; a blank without a fact stays empty. */
export function refusalSentence(code: RefusalCode, facts: RefusalFacts, language: 'zh' | 'en' = 'zh'): string {
  return refusals[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
}

/** The regulation a refusal rests on, such as 篇5.7; empty when none. */
export function refusalClause(code: RefusalCode): string {
  const refusal = refusals[code]
  return 'clause' in refusal ? refusal.clause : ''
}
