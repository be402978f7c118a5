import { hash } from 'node:crypto'
import type { z } from 'zod'
import type { Outcome } from '../../shared/contract/outcome.ts'
import { type Command, commandBodies } from '../../shared/vocabulary/command.ts'
import type { Profile } from '../../shared/vocabulary/profile.ts'
import { type ProfileBoards, profileBoards, type ServiceBoards } from '../../shared/vocabulary/service-board.ts'
import { staffMember } from '../../shared/vocabulary/staff.ts'
import type { Envelope, Hub } from './hub.ts'
import { saidBeside } from './said-in-file.ts'
import type { PrivateRecord } from './tables/private-records.ts'

/** One entry of the profile: what publishes it, and what takes it back when it is gone from the file. */
interface ProfilePart {
  subject: string
  key: string
  hash: string
  publish: Command
  /** The staff member's name, which the journal does not keep. */
  staffName?: string
}

/**
 * Brings the store to a hall profile. A part of the file is applied when it has changed since it
 * was last applied; what the console changed otherwise stays. Parts that are gone from the file are
 * withdrawn. Each part remembers that it was applied, so a start that was cut off is finished by the
 * next. Returns the sentences of what could not be applied, such as a window that is in use.
 */
export async function applyProfile(hub: Hub, profile: Profile): Promise<string[]> {
  const before = new Map(hub.tables.privateRecords.appliedProfile().map((one) => [`${one.subject} ${one.key}`, one]))
  const complaints: string[] = []
  const complain = (what: string, outcome: Outcome) => {
    if (outcome.kind === 'refused') complaints.push(`${what}：${outcome.sentence}`)
    if (outcome.kind === 'fault') throw new Error(`the profile could not be applied: ${outcome.incident}`)
  }
  const publishChanged = async (parts: ProfilePart[]) => {
    const changed = parts.filter((part) => before.get(`${part.subject} ${part.key}`)?.hash !== part.hash)
    const published = await Promise.all(changed.map((part) => hub.submit(publishing(hub, part))))
    published.forEach((outcome, at) => {
      complain(`${changed[at]!.subject} ${changed[at]!.key}`, outcome)
    })
  }
  const parts = partsOf(profile, hub)
  await publishChanged(parts)
  // The boards name people by ids that they have only now.
  await publishChanged(boardsParts(profile, hub))

  const present = new Set(parts.map((part) => `${part.subject} ${part.key}`))
  const gone = [...before.values()].filter((one) => !present.has(`${one.subject} ${one.key}`))
  // Items before windows before queues: a queue goes only when nothing leads to it.
  const order = ['staff', 'service-item', 'service-window', 'timetable', 'calendar-override', 'queue']
  for (const { subject, key } of gone.sort((a, b) => order.indexOf(a.subject) - order.indexOf(b.subject))) {
    const command = withdrawal(hub, subject, key)
    if (command !== undefined) complain(`${subject} ${key}`, await hub.submit(withdrawing(hub, command, subject, key)))
  }
  return complaints
}

function publishing(hub: Hub, part: ProfilePart): Envelope {
  return {
    commandId: `profile-${hub.freshId()}`,
    actor: { kind: 'hub' },
    command: part.publish,
    keep: ({ made }) => {
      const applied: PrivateRecord = { kind: 'applied-profile', subject: part.subject, key: part.key, hash: part.hash }
      if (part.staffName === undefined) return [applied]
      const staffId = part.publish.type === 'ChangeStaff' ? part.publish.body.staffId : String(made.staffId)
      return [applied, { kind: 'staff-name', staffId, name: part.staffName }]
    },
  }
}

function withdrawing(hub: Hub, command: Command, subject: string, key: string): Envelope {
  return {
    commandId: `profile-${hub.freshId()}`,
    actor: { kind: 'hub' },
    command,
    keep: () => [{ kind: 'applied-profile', subject, key, hash: null }],
  }
}

function withdrawal(hub: Hub, subject: string, key: string): Command | undefined {
  switch (subject) {
    case 'queue':
      return { type: 'WithdrawQueue', body: { letter: key } }
    case 'service-item':
      return { type: 'WithdrawServiceItem', body: { itemCode: key } }
    case 'service-window':
      return { type: 'WithdrawServiceWindow', body: { windowNumber: Number(key) } }
    case 'timetable':
      return { type: 'WithdrawTimetable', body: { timetableId: key } }
    case 'calendar-override':
      return { type: 'WithdrawCalendarOverride', body: { day: key } }
    case 'staff': {
      const staff = hub.tables.staff.findByNumber(key)
      return staff && { type: 'RetireStaff', body: { staffId: staff.staffId, reason: '配置文件中已删除' } }
    }
    default:
      // A published year, the settings or the boards stay as they are until others are published.
      return undefined
  }
}

/** 公开内容 with the ids of the people it names; nothing while one of them could not be added. */
function boardsParts({ boards }: Profile, hub: Hub): ProfilePart[] {
  if (boards === undefined) return []
  type Contact = ProfileBoards['contacts'][number]
  const named = ({ staffNumber, ...contact }: Contact) => ({
    ...contact,
    staffId: hub.tables.staff.findByNumber(staffNumber)?.staffId ?? '',
  })
  const namedOrNull = (contact: Contact | null) => (contact === null ? null : named(contact))
  const { contacts, responsible, deputy } = boards
  const published: ServiceBoards = {
    ...boards,
    contacts: contacts.map(named),
    responsible: namedOrNull(responsible),
    deputy: namedOrNull(deputy),
  }
  const everybody = [...published.contacts, published.responsible, published.deputy]
  if (everybody.some((contact) => contact?.staffId === '')) return []
  const publish: Command = { type: 'PublishServiceBoards', body: { boards: published } }
  return [{ subject: 'boards', key: '', hash: hashOf(profileBoards, boards), publish }]
}

/** What a part says in the file, beside defaults: a newer program with another one must not undo what the console changed. */
function hashOf(schema: z.ZodType, part: unknown): string {
  return hash('sha256', JSON.stringify(saidBeside(schema, part)), 'base64url')
}

function partsOf(profile: Profile, hub: Hub): ProfilePart[] {
  const part = (subject: string, key: string | number, publish: Command, staffName?: string): ProfilePart => ({
    subject,
    key: String(key),
    // A staff id is the store's own and says nothing about the file.
    hash:
      publish.type === 'ChangeStaff'
        ? hashOf(staffMember, publish.body.staff)
        : hashOf(commandBodies[publish.type], publish.body),
    publish,
    ...(staffName === undefined ? {} : { staffName }),
  })
  const staffPart = (staff: Profile['staff'][number]): ProfilePart => {
    const known = hub.tables.staff.findByNumber(staff.staffNumber)
    const added = part('staff', staff.staffNumber, { type: 'AddStaff', body: { staff } }, staff.name)
    if (known === undefined) return { ...added, hash: hashOf(staffMember, staff) }
    return part(
      'staff',
      staff.staffNumber,
      { type: 'ChangeStaff', body: { staffId: known.staffId, staff } },
      staff.name,
    )
  }
  return [
    part('hall', '', { type: 'PublishHall', body: { hall: profile.hall } }),
    part('queue-settings', '', { type: 'PublishQueueSettings', body: { settings: profile.queueSettings } }),
    ...(profile.promise === undefined
      ? []
      : [part('promise-settings', '', { type: 'PublishPromiseSettings', body: { settings: profile.promise } })]),
    ...(profile.discipline === undefined
      ? []
      : [
          part('discipline-settings', '', {
            type: 'PublishDisciplineSettings',
            body: { settings: profile.discipline },
          }),
        ]),
    part('voice-settings', '', { type: 'PublishVoiceSettings', body: { settings: profile.voice } }),
    part('printer-settings', '', { type: 'PublishPrinterSettings', body: { settings: profile.printer } }),
    // One without an end first: there must be one at every step.
    ...[...profile.timetables]
      .sort((a, b) => Number(a.validTo !== null) - Number(b.validTo !== null))
      .map((timetable) => part('timetable', timetable.timetableId, { type: 'PublishTimetable', body: { timetable } })),
    ...profile.publishedYears.map((publishedYear) =>
      part('published-year', publishedYear.year, { type: 'PublishHolidayTable', body: { publishedYear } }),
    ),
    ...profile.overrides.map((override) =>
      part('calendar-override', override.day, { type: 'OverrideCalendarDay', body: { override } }),
    ),
    ...profile.queues.map((queue) => part('queue', queue.letter, { type: 'PublishQueue', body: { queue } })),
    ...profile.serviceItems.map((serviceItem) =>
      part('service-item', serviceItem.itemCode, { type: 'PublishServiceItem', body: { serviceItem } }),
    ),
    ...profile.serviceWindows.map((serviceWindow) =>
      part('service-window', serviceWindow.windowNumber, { type: 'PublishServiceWindow', body: { serviceWindow } }),
    ),
    ...profile.staff.map(staffPart),
  ]
}
