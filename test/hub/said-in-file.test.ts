import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { saidBeside } from '../../main/hub/said-in-file.ts'
import { commandBodies } from '../../shared/vocabulary/command.ts'
import { sampleProfile } from '../support/sample-hall.ts'

const older = z.strictObject({ name: z.string(), parts: z.array(z.strictObject({ code: z.string() })).default([]) })
const newer = z.strictObject({
  name: z.string(),
  parts: z.array(z.strictObject({ code: z.string(), note: z.string().default('') })).default([]),
  stages: z.array(z.string()).default([]),
  limit: z.int().default(7),
  hours: z.strictObject({ from: z.int().default(8) }).prefault({}),
})

describe('what a hall file says', () => {
  test('is the same to a program that knows more fields with a default', () => {
    fc.assert(
      fc.property(fc.record({ name: fc.string(), parts: fc.array(fc.record({ code: fc.string() })) }), (file) => {
        expect(saidBeside(newer, newer.parse(file))).toEqual(saidBeside(older, older.parse(file)))
      }),
    )
  })

  test('is another when one of the new fields is used', () => {
    const file = { name: 'a', stages: ['受理'] }
    expect(saidBeside(newer, newer.parse(file))).toEqual(file)
    expect(saidBeside(newer, newer.parse({ name: 'a', limit: 8 }))).toEqual({ name: 'a', limit: 8 })
    expect(saidBeside(newer, newer.parse({ name: 'a', hours: { from: 9 } }))).toEqual({ name: 'a', hours: { from: 9 } })
  })

  test('makes the same of it when it is read again', () => {
    const { serviceItems, serviceWindows, queueSettings, timetables } = sampleProfile()
    for (const serviceItem of serviceItems) {
      const schema = commandBodies.PublishServiceItem
      expect(schema.parse(saidBeside(schema, { serviceItem }))).toEqual({ serviceItem })
    }
    for (const serviceWindow of serviceWindows) {
      const schema = commandBodies.PublishServiceWindow
      expect(schema.parse(saidBeside(schema, { serviceWindow }))).toEqual({ serviceWindow })
    }
    const settings = commandBodies.PublishQueueSettings
    expect(settings.parse(saidBeside(settings, { settings: queueSettings }))).toEqual({ settings: queueSettings })
    const hours = commandBodies.PublishTimetable
    for (const timetable of timetables) expect(hours.parse(saidBeside(hours, { timetable }))).toEqual({ timetable })
  })
})
