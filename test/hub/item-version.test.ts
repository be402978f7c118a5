import { describe, expect, test } from 'vitest'
import { itemVersions } from '../../main/hub/store/migrations/0003-item-versions.ts'
import { statesOfVersions } from '../../shared/rules/item-versions.ts'
import type { ServiceItem } from '../../shared/vocabulary/service-item.ts'
import { nextDay, sampleProfile, workday } from '../support/sample-hall.ts'
import { createTestHub, type TestHub } from '../support/test-hub.ts'

const registration = sampleProfile().serviceItems[0]!
const publish = (t: TestHub, changes: Partial<ServiceItem>) =>
  t.must(t.staff('9001'), 'PublishServiceItem', { serviceItem: { ...registration, ...changes } })
const inForce = ({ hub, clock }: TestHub) => {
  hub.scheduleAt(clock.now())
  return hub.setup().serviceItems.get('A-REG')
}

describe('versions of an item', () => {
  test('a version holds from its first day on; until then the hall offers the one before it', async () => {
    const t = await createTestHub()
    publish(t, { name: '新办法登记', effectiveFrom: nextDay })
    expect(inForce(t)?.name).toBe(registration.name)
    t.clock.set(nextDay, '08:00')
    expect(inForce(t)?.name).toBe('新办法登记')
  })

  test('screens are told of a new day’s version as of any other change', async () => {
    const t = await createTestHub()
    publish(t, { effectiveFrom: nextDay })
    t.must(t.staff('9001'), 'PublishQueue', { queue: { letter: 'E', name: '后来', nameEnglish: '' } })
    const { version } = t.hub.setup()
    t.clock.set(nextDay, '08:00')
    t.hub.scheduleAt(t.clock.now())
    expect(t.hub.setup().version).toBeGreaterThan(version)
  })

  test('the version is the entry that published it, and stays the same when another is to come', async () => {
    const t = await createTestHub()
    publish(t, { remark: '带齐' })
    const { seq } = t.hub.head()
    publish(t, { effectiveFrom: nextDay })
    publish(t, { status: 'draft' })
    expect(t.hub.setup().itemVersions.get('A-REG')).toBe(seq)
  })

  test('a draft is kept for the console; no number is given for an item that is only a draft', async () => {
    const t = await createTestHub()
    publish(t, { itemCode: 'A-NEW', status: 'draft', basis: '' })
    expect(t.hub.setup().newestItems.get('A-NEW')?.status).toBe('draft')
    expect(t.hub.setup().serviceItems.has('A-NEW')).toBe(false)
    const body = { itemCode: 'A-NEW', holder: 'self', purpose: 'apply', priorityGround: 'none' } as const
    expect(t.refusalOf(t.staff('2001'), 'TakeTicket', body)).toBe('item-unknown')
  })

  test('an item without its eight blocks is refused from the console (行政许可法第三十条)', async () => {
    const t = await createTestHub()
    const serviceItem = { ...registration, basis: '' }
    expect(t.refusalOf(t.staff('9001'), 'PublishServiceItem', { serviceItem })).toBe('item-incomplete')
  })

  test('a draft can be withdrawn, and a queue that only a draft names stays', async () => {
    const t = await createTestHub()
    t.must(t.staff('9001'), 'PublishQueue', { queue: { letter: 'E', name: '后来', nameEnglish: '' } })
    publish(t, { itemCode: 'E-NEW', queue: 'E', status: 'draft' })
    expect(t.refusalOf(t.staff('9001'), 'WithdrawQueue', { letter: 'E' })).toBe('queue-in-use')
    t.must(t.staff('9001'), 'WithdrawServiceItem', { itemCode: 'E-NEW' })
    t.must(t.staff('9001'), 'WithdrawQueue', { letter: 'E' })
  })

  test('a changed item keeps its place in the list', async () => {
    const t = await createTestHub()
    const codes = [...t.hub.setup().serviceItems.keys()]
    publish(t, { remark: '带齐' })
    expect([...t.hub.setup().serviceItems.keys()]).toEqual(codes)
  })

  test('everything ever published of an item can be read, and says what is in force', async () => {
    const t = await createTestHub()
    publish(t, { effectiveFrom: nextDay })
    t.must(t.staff('9001'), 'WithdrawServiceItem', { itemCode: 'A-REG' })
    publish(t, { remark: '恢复' })
    const versions = t.hub.tables.serviceItemVersion.ofItem('A-REG')
    expect(statesOfVersions(versions, workday)).toEqual(['in-force', 'replaced', 'replaced', 'replaced'])
    expect(versions[0]).toMatchObject({
      version: t.hub.head().seq,
      at: t.clock.now(),
      actor: `staff:${t.staff('9001').staffId}`,
      serviceItem: { remark: '恢复' },
    })
    expect(versions[1]!.serviceItem).toBeNull()
  })

  test('a hall that was published before there were versions has them after the migration', async () => {
    const t = await createTestHub()
    publish(t, { remark: '带齐' })
    t.must(t.staff('9001'), 'WithdrawServiceItem', { itemCode: 'A-PAY' })
    const { store } = t.hub
    const content = () => store.prepare('SELECT * FROM service_item_version').all()
    const before = content()
    store.exec('DROP TABLE service_item_version')
    store.exec(itemVersions)
    expect(content()).toEqual(before)
    expect(before).toHaveLength(sampleProfile().serviceItems.length + 2)
  })
})
