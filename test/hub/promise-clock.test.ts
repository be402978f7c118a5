import { expect, test } from 'vitest'
import { clockOf } from '../../shared/rules/hall-time.ts'
import type { ServiceItem } from '../../shared/vocabulary/service-item.ts'
import { openHall, permit } from '../support/promise-hall.ts'
import { workday } from '../support/sample-hall.ts'

/** A hall in which every look is written down with its time: each begins with what nobody has answered. */
async function openWatched(at: string, item: ServiceItem = permit) {
  const opened = await openHall({ at, item })
  const { hall, pass } = opened
  const { filing } = hall.hub.tables
  const looks: string[] = []
  const { received } = filing
  filing.received = () => {
    looks.push(clockOf(hall.clock.now()))
    return received()
  }
  return { ...opened, looks, tick: (time: string) => pass(workday, time) }
}

test('all that happens within three seconds is looked at once', async () => {
  const { hall, clerk, must, receive, looks, tick } = await openWatched('09:00:00')
  await tick('09:00:00')
  const { filingId } = await receive()
  await tick('09:00:01')
  await must(clerk, 'AcceptFiling', { filingId })
  await tick('09:00:02')
  expect(looks).toEqual(['09:00:00'])
  await tick('09:00:03')
  await tick('09:00:04')
  await tick('09:04:00')
  expect(looks).toEqual(['09:00:00', '09:00:03'])
  await hall.close()
})

test('an edge of time is met to the second, although what set it has just happened', async () => {
  const instant: ServiceItem = { ...permit, kind: 'instant', promisedLimit: null }
  const { hall, clerk, must, receive, looks, tick, ask } = await openWatched('16:59:50', instant)
  const { filingId } = await receive()
  await tick('16:59:58')
  await must(clerk, 'AcceptFiling', { filingId })
  await tick('16:59:59')
  expect(looks).toEqual(['16:59:58'])
  await tick('17:00:00')
  expect(looks).toEqual(['16:59:58', '17:00:00'])
  expect(await ask(clerk, 'alarms')).toMatchObject([{ kind: 'AL02', grade: 'red' }])
  await hall.close()
})

test('a clock that is set back is looked at, and not waited for', async () => {
  const { hall, receive, looks, tick } = await openWatched('10:00:00')
  await tick('10:00:00')
  await receive()
  await tick('09:00:00')
  expect(looks).toHaveLength(2)
  await hall.close()
})
