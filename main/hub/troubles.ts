import { statfsSync } from 'node:fs'
import type { TroubleView } from '../../shared/contract/view.ts'
import type { Hub } from './hub.ts'

/** Below this a day's journal and a backup may not fit any more. */
const freeBytesMin = 1024 ** 3
const lookEveryMs = 30_000

/** What the console says of troubles, with what to do. */
const text = {
  clockJumped: '主机时钟发生跳变，请核对主机日期和时间，核对无误后在此确认；已取的号和顺序不受影响。',
  calendarMissing: (year: string) => `${year} 年放假安排尚未导入，工作日暂按周一至周五推算，请在“作息与节假日”中导入。`,
  nextYearMissing: (year: string) => `${year} 年放假安排尚未导入，请在年底前于“作息与节假日”中导入。`,
  diskLow: (gigabytes: string) => `数据盘只剩 ${gigabytes} GB，请清理磁盘；写满后将不能取号叫号。`,
  printer: (trouble: string) =>
    `取号机有小票没有打印成功${trouble === '' ? '' : `（${trouble}）`}，号码有效，请检查打印机后为办事人补打。`,
}

/** 异常: what is wrong outside the program, since when, and what to do; each is shown until it ends. */
export function createTroubles(hub: Hub, folder: string) {
  const began = new Map<TroubleView['what'], number>()
  let printerTrouble: string | null = null
  let diskFree = Number.POSITIVE_INFINITY
  let lookedAt = Number.NEGATIVE_INFINITY

  hub.onCommitted(({ events }) => {
    for (const event of events) {
      if (event.type === 'TicketPrintFailed') printerTrouble = event.body.trouble
      if (event.type === 'TicketPrinted') printerTrouble = null
    }
  })

  function freeBytes(): number {
    if (performance.now() - lookedAt > lookEveryMs) {
      lookedAt = performance.now()
      const { bavail, bsize } = statfsSync(folder)
      diskFree = bavail * bsize
    }
    return diskFree
  }

  function present(): { what: TroubleView['what']; advice: string }[] {
    const found: { what: TroubleView['what']; advice: string }[] = []
    if (hub.tables.hallDay.openJump() !== null) found.push({ what: 'clock-jumped', advice: text.clockJumped })
    const free = freeBytes()
    if (free < freeBytesMin) found.push({ what: 'disk', advice: text.diskLow((free / freeBytesMin).toFixed(1)) })
    if (printerTrouble !== null) found.push({ what: 'printer', advice: text.printer(printerTrouble) })
    const calendar = calendarAdvice(hub)
    if (calendar !== null) found.push({ what: 'calendar-missing', advice: calendar })
    return found
  }

  return {
    now(): TroubleView[] {
      const found = present()
      for (const what of began.keys()) if (!found.some((one) => one.what === what)) began.delete(what)
      return found.map(({ what, advice }) => {
        const since = began.get(what) ?? hub.clock.now()
        began.set(what, since)
        return { what, since, advice }
      })
    },
  }
}
export type Troubles = ReturnType<typeof createTroubles>

/** The calendar of a year is published in the November before; from December on it is missed. */
function calendarAdvice(hub: Hub): string | null {
  const { day, isProvisional } = hub.scheduleAt(hub.clock.now())
  const year = Number(day.slice(0, 4))
  if (isProvisional) return text.calendarMissing(String(year))
  const hasNextYear = hub.setup().calendar.publishedYears.some((one) => one.year === year + 1)
  return day.slice(5) >= '12-01' && !hasNextYear ? text.nextYearMissing(String(year + 1)) : null
}
