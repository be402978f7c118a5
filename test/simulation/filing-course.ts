import type { MaterialCheck } from '../../shared/vocabulary/filing.ts'
import { endFiling } from './filing-close.ts'
import { did, inDays, look, type Month } from './month-world.ts'

const inHand = (materialCode: string): MaterialCheck => ({ materialCode, state: 'in-hand', problem: '', dueDay: null })

/** What the clerk does once the materials were gone through, or were not. */
export function startCourse(play: Month, filingId: number, found: 'complete' | 'incomplete' | 'forgotten'): void {
  const { random } = play
  const isLeft = found === 'forgotten' || random.chance(0.02)
  // Nobody acts: after five workdays the law accepts it, and then somebody finds it on his list.
  if (isLeft) return inDays(play, [6, 9], () => review(play, filingId))
  if (random.chance(0.03)) return inDays(play, [0, 3], () => turnAway(play, filingId))
  if (found === 'incomplete')
    return inDays(play, random.chance(0.85) ? [0, 0] : [1, 4], () => giveNotice(play, filingId))
  return inDays(play, random.chance(0.9) ? [0, 0] : [1, 3], () => accept(play, filingId))
}

/** Ends before acceptance. */
async function turnAway(play: Month, filingId: number): Promise<void> {
  const { owner } = await look(play, filingId)
  const course = play.random.pick(['not-required', 'declined', 'withdrawn', 'returned'] as const)
  if (course === 'not-required') await owner.send('DeclareNotRequired', { filingId, reason: '不需要办理' })
  if (course === 'withdrawn') await owner.send('WithdrawFiling', { filingId, reason: '不办了' })
  if (course === 'returned') {
    await owner.send('ReturnFiling', { filingId, ground: 'by-consent', reason: '不符合条件', basis: '' })
  }
  if (course === 'declined') {
    const why = { ground: 'not-competent', reason: '不属本机关', basis: '', competentOrgan: '县民政局' } as const
    await owner.send('DeclineFiling', { filingId, ...why })
  }
}

/** 一次性告知. Short times for the correction are given too, so that some lapse within the month. */
async function giveNotice(play: Month, filingId: number): Promise<void> {
  const { random } = play
  const { owner } = await look(play, filingId)
  const correctionDays = random.chance(0.3) ? { correctionDays: 5 } : {}
  if (!(await did(owner, 'IssueOneTimeNotice', { filingId, remark: '', ...correctionDays }))) {
    return review(play, filingId)
  }
  if (random.chance(0.1)) inDays(play, [0, 1], () => noticeAgain(play, filingId))
  if (random.chance(0.12)) return inDays(play, [5, 9], () => giveUp(play, filingId))
  inDays(play, [1, 8], () => receiveCorrection(play, filingId))
}

/** 准许再次告知: something was overlooked the first time. */
async function noticeAgain(play: Month, filingId: number): Promise<void> {
  const { filing, owner } = await look(play, filingId)
  await owner.send('IssueOneTimeNotice', { filingId, remark: '' })
  if (!(await did(play.supervisor, 'AllowSecondNotice', { filingId, reason: '首次告知有遗漏' }))) return
  const more = filing.lines.find(({ state }) => state === 'unchecked' || state === 'tolerated')
  const checks: MaterialCheck[] =
    more === undefined ? [] : [{ materialCode: more.materialCode, state: 'missing', problem: '', dueDay: null }]
  await owner.send('CheckMaterials', { filingId, conditions: [...filing.conditions], checks })
  await owner.send('IssueOneTimeNotice', { filingId, remark: '' })
}

/** 补正逾期: returned once the printed day is over; before it the hub refuses. */
async function giveUp(play: Month, filingId: number): Promise<void> {
  const { owner } = await look(play, filingId)
  const returned = { filingId, ground: 'correction-lapsed', reason: '逾期未补正', basis: '' } as const
  if (await did(owner, 'ReturnFiling', returned)) return
  if (play.random.chance(0.4)) await owner.send('WithdrawFiling', { filingId, reason: '不办了' })
}

/** 补件: all of it, or a part with the cause of the next visit. */
async function receiveCorrection(play: Month, filingId: number): Promise<void> {
  const { random } = play
  const { filing, owner } = await look(play, filingId)
  const lacking = filing.lines.filter(({ state }) => state === 'missing' || state === 'defective')
  const isWhole = random.chance(0.75)
  const brought = isWhole ? lacking : lacking.slice(1)
  const cause = random.pick(['applicant', 'notice-incomplete', 'system-failure', 'policy-change'] as const)
  const checks = brought.map(({ materialCode }) => inHand(materialCode))
  if (!(await did(owner, 'ReceiveCorrection', { filingId, checks, ...(isWhole ? {} : { cause }) }))) return
  if (!isWhole) return inDays(play, [1, 4], () => receiveCorrection(play, filingId))
  inDays(play, random.chance(0.9) ? [0, 0] : [1, 6], () => accept(play, filingId))
}

async function accept(play: Month, filingId: number): Promise<void> {
  const { random } = play
  const { owner } = await look(play, filingId)
  if (random.chance(0.03)) await owner.send('CorrectOnTheSpot', { filingId, note: '表格笔误' })
  const collectBy = random.pick(['window', 'post', 'agent'] as const)
  await owner.send('AcceptFiling', { filingId, collectBy })
  await review(play, filingId)
}

/** 审查: an instant matter at once, others within their limit, some of them stopped, extended or forgotten. */
async function review(play: Month, filingId: number): Promise<void> {
  const { random, supervisor, clerks, staffIdOf } = play
  const { filing } = await look(play, filingId)
  if (filing.status !== 'accepted') return
  if (random.chance(0.02)) await supervisor.send('UrgeFiling', { filingId, demand: '请尽快办理' })
  if (random.chance(0.02)) {
    await supervisor.send('ReassignFiling', { filingId, toStaffId: staffIdOf(random.pick(clerks)), reason: '请假' })
  }
  if (filing.itemKind === 'instant') return reviewInstant(play, filingId)
  const days = Math.min(filing.promisedLimit?.amount ?? 5, 12)
  if (filing.stages.length > 0) inDays(play, [0, 2], () => finishStage(play, filingId))
  if (random.chance(0.03)) return inDays(play, [0, days], () => breakOff(play, filingId))
  if (random.chance(0.12)) return inDays(play, [0, 1], () => suspend(play, filingId, days))
  if (random.chance(0.1)) return inDays(play, [0, Math.max(0, days - 1)], () => extend(play, filingId, days))
  const isLate = random.chance(0.08)
  inDays(play, isLate ? [days + 1, days + 3] : [0, days - 1], () => decide(play, filingId))
}

/** 办结环节, one after the other until the last or the decision; some are given to a colleague. */
async function finishStage(play: Month, filingId: number): Promise<void> {
  const { random, clerks, staffIdOf } = play
  const { owner } = await look(play, filingId)
  const next = random.chance(0.3) ? { nextHandlerId: staffIdOf(random.pick(clerks)) } : {}
  if (!(await did(owner, 'FinishStage', { filingId, opinion: '同意', ...next }))) return
  inDays(play, [0, 4], () => finishStage(play, filingId))
}

async function reviewInstant(play: Month, filingId: number): Promise<void> {
  const { random } = play
  const { owner } = await look(play, filingId)
  if (random.chance(0.05)) {
    const limit = { amount: 3, unit: 'workday', basis: '' } as const
    await owner.send('ConvertFiling', { filingId, limit, reason: '系统故障，当日无法办结' })
    return inDays(play, [1, 3], () => decide(play, filingId))
  }
  inDays(play, random.chance(0.93) ? [0, 0] : [1, 2], () => decide(play, filingId))
}

/** Withdrawn or returned in the middle of the review. */
async function breakOff(play: Month, filingId: number): Promise<void> {
  const { filing, owner } = await look(play, filingId)
  const isTolerated = filing.lines.some(({ state }) => state === 'tolerated')
  if (!isTolerated) return void (await owner.send('WithdrawFiling', { filingId, reason: '不办了' }))
  await owner.send('ReturnFiling', { filingId, ground: 'tolerance-lapsed', reason: '逾期未补齐', basis: '' })
}

async function suspend(play: Month, filingId: number, days: number): Promise<void> {
  const { random } = play
  const { owner } = await look(play, filingId)
  const procedure = random.pick([
    'hearing',
    'inspection',
    'testing',
    'appraisal',
    'public-notice',
    'site-visit',
  ] as const)
  await owner.send('SuspendFiling', { filingId, procedure, basis: '样本条例第九条', expectedWorkdays: 3 })
  inDays(play, [0, 5], async () => {
    await owner.send('DecideFiling', { filingId, decision: 'granted', reason: '' })
    const { owner: whoever } = await look(play, filingId)
    await whoever.send('ResumeFiling', { filingId, note: '' })
    inDays(play, [0, days], () => decide(play, filingId))
  })
}

async function extend(play: Month, filingId: number, days: number): Promise<void> {
  const { random, supervisor } = play
  const { owner } = await look(play, filingId)
  const isAsked = await did(owner, 'AskExtension', { filingId, workdays: 5, reason: '需要核实' })
  if (isAsked && random.chance(0.7)) await supervisor.send('ApproveExtension', { filingId, approver: '所长' })
  else if (isAsked) await supervisor.send('RefuseExtension', { filingId, reason: '按期可以办结' })
  inDays(play, [0, days + 3], () => decide(play, filingId))
}

/** 决定: a late one is refused until its reason was said in public. */
async function decide(play: Month, filingId: number): Promise<void> {
  const { random } = play
  const { owner } = await look(play, filingId)
  const decision = random.weighted([
    ['granted' as const, 93],
    ['partly' as const, 3],
    ['refused' as const, 4],
  ])
  const body = { filingId, decision, reason: decision === 'granted' ? '' : '部分条件不符合' }
  if (!(await did(owner, 'DecideFiling', body))) {
    if (!(await did(owner, 'ExplainOverdue', { filingId, reason: '上级系统维护' }))) return
    await owner.send('DecideFiling', body)
  }
  inDays(play, random.chance(0.8) ? [0, 0] : [1, 2], () => endFiling(play, filingId))
}
