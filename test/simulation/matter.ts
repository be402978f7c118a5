import { dayOf } from '../../shared/rules/hall-time.ts'
import type { MaterialCheck, MaterialLine } from '../../shared/vocabulary/filing.ts'
import type { Caller } from './caller.ts'
import { demoIdNumber } from './citizens.ts'
import { startCourse } from './filing-course.ts'
import { did, inDays, look, type Month } from './month-world.ts'

/** Somebody asks: a line of the register, and of most a filing. */
export async function openMatter(play: Month, isFiling: boolean): Promise<void> {
  const { random } = play
  const item = random.pick(play.items)
  const isListed = isFiling || random.chance(0.7)
  const asked = isFiling || random.chance(0.8) ? random.pick(play.clerks) : play.guide
  const outcome = await asked.send('RecordFirstInquiry', {
    channel: random.pick(['window', 'window', 'window', 'guide-desk', 'phone', 'online', 'letter'] as const),
    ...(isListed ? { itemCode: item.itemCode } : {}),
    category: isListed ? '' : '其他',
    matter: isListed ? `想办${item.name}` : '问修路的事',
    specialGroup: random.chance(0.1) ? 'elderly' : 'none',
    isWish: !isListed && random.chance(0.2),
  })
  if (outcome.kind !== 'done') throw new Error(`a line was not recorded: ${JSON.stringify(outcome)}`)
  const inquiryId = Number(outcome.made.inquiryId)
  if (!isFiling) return settle(play, asked, inquiryId)
  const holder = random.chance(0.06) ? await handOver(play, asked, inquiryId, 0) : asked
  if (holder !== null) await receive(play, holder, inquiryId, item)
}

/** What becomes of a line that is no filing: answered, guided, handed over, or forgotten. */
async function settle(play: Month, asked: Caller, inquiryId: number): Promise<void> {
  const { random } = play
  const course = random.weighted([
    ['answer', 50],
    ['guide', 25],
    ['offer', 20],
    ['forget', 5],
  ])
  if (course === 'forget') return
  if (course === 'guide') {
    const where = random.chance(0.7) ? { toWindow: 1, toUnit: '' } : { toUnit: '县交通局' }
    await asked.send('GuideFirstInquiry', { inquiryId, note: '', ...where })
    return
  }
  const holder = course === 'offer' ? await handOver(play, asked, inquiryId, 0.12) : asked
  if (holder === null) return
  inDays(play, [0, 2], async () => {
    if (!(await did(holder, 'AnswerFirstInquiry', { inquiryId, answer: '已答复', means: 'phone' }))) return
    const correction = { inquiryId, answer: '更正如下', reason: '政策有变' }
    if (random.chance(0.05)) await play.supervisor.send('CorrectAnswer', correction)
  })
}

/** 移交: taken, refused, or a part of them left lying; who goes on with it, null when nobody does. */
async function handOver(play: Month, from: Caller, inquiryId: number, leftPart: number): Promise<Caller | null> {
  const { random } = play
  const to = random.pick(play.clerks.filter((one) => one !== from))
  await from.send('OfferFirstInquiry', { inquiryId, toStaffId: play.staffIdOf(to), reason: '属于对方业务' })
  if (random.chance(leftPart)) return null
  if (random.chance(0.25)) {
    await to.send('RefuseFirstInquiry', { inquiryId, reason: '不属于我的业务' })
    return play.clerks.includes(from) ? from : null
  }
  await to.send('TakeFirstInquiry', { inquiryId })
  return to
}

/** 收件: with a made-up person, whose ID number belongs to nobody. */
async function receive(play: Month, holder: Caller, inquiryId: number, item: Month['items'][number]): Promise<void> {
  const outcome = await holder.send('ReceiveFiling', {
    inquiryId,
    itemCode: item.itemCode,
    party: someone(play),
    ...(item.holderRule !== 'self-only' && play.random.chance(0.08)
      ? { agent: { ...someone(play), relation: '亲属', authority: 'letter-seen' as const } }
      : {}),
    conditions: [],
    checks: [],
  })
  if (outcome.kind !== 'done') throw new Error(`a filing was not received: ${JSON.stringify(outcome)}`)
  const filingId = Number(outcome.made.filingId)
  inDays(play, [0, 0], () => check(play, filingId))
}

const surnames = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王']
const givenNames = ['小一', '小二', '小三', '小四', '小五', '小六']

function someone(play: Month) {
  const { random } = play
  play.people += 1
  return {
    name: `${random.pick(surnames)}${random.pick(givenNames)}`,
    idKind: 'resident-id' as const,
    idNumber: demoIdNumber(random, play.people),
    phone: '0000-1234567',
    address: '青溪村一组',
  }
}

/** 核对材料: nobody looks at some at all, and the law accepts them. */
async function check(play: Month, filingId: number): Promise<void> {
  const { random } = play
  const { filing, owner } = await look(play, filingId)
  if (random.chance(0.03)) return startCourse(play, filingId, 'forgotten')
  const isWhole = random.chance(0.6)
  const unchecked = filing.lines.filter(({ state }) => state === 'unchecked')
  const lacks = isWhole ? undefined : random.pick(unchecked)
  const checks = unchecked.map((line) => checkOf(play, line, line === lacks || (!isWhole && random.chance(0.3))))
  await owner.send('CheckMaterials', { filingId, conditions: [...filing.conditions], checks })
  const isLacking = checks.some(({ state }) => state === 'missing' || state === 'defective')
  startCourse(play, filingId, isLacking ? 'incomplete' : 'complete')
}

function checkOf({ random, now }: Month, { materialCode, need }: MaterialLine, isLacking: boolean): MaterialCheck {
  const rest = { problem: '', dueDay: null }
  if (need === 'tolerable' && random.chance(0.4)) {
    return { materialCode, state: 'tolerated', problem: '', dueDay: dayOf(now()) }
  }
  if (need === 'promise' && random.chance(0.4)) return { materialCode, state: 'promised', ...rest }
  if (!isLacking) return { materialCode, state: 'in-hand', ...rest }
  if (random.chance(0.3)) return { materialCode, state: 'defective', problem: '复印件看不清', dueDay: null }
  return { materialCode, state: 'missing', ...rest }
}
