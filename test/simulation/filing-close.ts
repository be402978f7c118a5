import type { CommandBody } from '../../shared/vocabulary/command.ts'
import type { MaterialCheck } from '../../shared/vocabulary/filing.ts'
import type { Caller } from './caller.ts'
import { did, inDays, look, type Month } from './month-world.ts'
import type { Random } from './random.ts'

/** A picture a pad could have drawn, of nobody's hand. */
const signature = 'data:image/png;base64,AAAA'

/** 出证、告知、送达、签字, and what is still owed of tolerated materials. */
export async function endFiling(play: Month, filingId: number): Promise<void> {
  const { random } = play
  const { filing, documents, owner } = await look(play, filingId)
  const resultName = `${filing.itemName}结果`.slice(0, 60)
  if (!(await did(owner, 'ProduceResult', { filingId, resultName, resultNumber: `样${filingId}` }))) return
  const means = random.pick(['phone', 'text-message', 'face'] as const)
  await owner.send('TellApplicant', { filingId, means, isReached: random.chance(0.9), note: '' })
  const { documentId } = documents.at(-1)!
  if (random.chance(0.03)) await owner.send('ReprintDocument', { documentId })
  if (random.chance(0.03)) await play.supervisor.send('VoidDocument', { documentId, reason: '打印错位' })
  if (random.chance(0.03)) return
  inDays(play, random.chance(0.6) ? [0, 0] : [1, 6], () => deliver(play, filingId))
}

async function deliver(play: Month, filingId: number): Promise<void> {
  const { random } = play
  const { filing, owner } = await look(play, filingId)
  const owed = filing.lines.filter(({ state }) => state === 'tolerated')
  const body = deliveryOf(random, filingId)
  if (await did(owner, 'DeliverResult', body)) return sign(play, owner, filingId)
  if (owed.length > 0) {
    const checks = owed.map(
      ({ materialCode }): MaterialCheck => ({ materialCode, state: 'in-hand', problem: '', dueDay: null }),
    )
    await owner.send('ReceiveToleratedMaterial', { filingId, checks })
  }
  if (filing.toldAt === null) await owner.send('TellApplicant', { filingId, means: 'visit', isReached: true, note: '' })
  if (await did(owner, 'DeliverResult', body)) sign(play, owner, filingId)
}

/** Each way with what proves it. */
function deliveryOf(random: Random, filingId: number): CommandBody<'DeliverResult'> {
  const way = random.weighted([
    ['collected' as const, 60],
    ['direct' as const, 10],
    ['post' as const, 12],
    ['electronic' as const, 8],
    ['entrusted' as const, 6],
    ['left-behind' as const, 2],
    ['public-notice' as const, 2],
  ])
  const none = { place: '', relation: '', reason: '', witness: '', postNumber: '' }
  const proof = {
    collected: { place: '窗口' },
    direct: { place: '青溪村' },
    post: { postNumber: `SIM${filingId}` },
    electronic: {},
    entrusted: { relation: '亲属', reason: '本人外出' },
    'left-behind': { reason: '拒绝签收', witness: '村委会主任' },
    'public-notice': { reason: '无法联系' },
  }
  return { filingId, way, ...none, ...proof[way] }
}

/** 承办单签字: at once, some days later, or never. */
function sign(play: Month, owner: Caller, filingId: number): void {
  const { random } = play
  if (random.chance(0.04)) return
  const means = random.weighted([
    ['pad' as const, 62],
    ['paper' as const, 25],
    ['proxy' as const, 8],
    ['refused' as const, 2],
    ['unreachable' as const, 3],
  ])
  const none = { reason: '', witness: '', relation: '' }
  const proof = {
    pad: { signature },
    paper: {},
    proxy: { relation: '亲属', reason: '本人外出' },
    refused: { reason: '拒绝签字', witness: '值班主任' },
    unreachable: { reason: '电话打不通', witness: '值班主任' },
  }
  const body = { filingId, means, ...none, ...proof[means] }
  inDays(play, random.chance(0.8) ? [0, 0] : [1, 4], () => owner.send('SignHandlingSlip', body))
}
