import type { Setup } from '../../../shared/contract/contract.ts'
import type { ConsoleView } from '../../../shared/contract/view.ts'
import { leaveKindWords, punchKindWords, punchSourceWords, resultCodeWords } from '../../../shared/vocabulary/words.ts'
import { common } from '../../common/text/common.ts'
import { consoleText } from '../../common/text/console.ts'
import { journalText } from '../../common/text/console-journal.ts'
import { promiseText } from '../../common/text/promise.ts'
import { violationText } from '../../common/text/violation.ts'
import { clockSecondsText, dayText } from '../../common/time-text.ts'

/** Codes of facts that have a name of their own elsewhere on the screens. */
const namesOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  holder: common.holder,
  purpose: common.purpose,
  priorityGround: common.priorityGround,
  resultCode: resultCodeWords,
  role: common.role,
  wishedHalf: promiseText.homeVisit.half,
  result: promiseText.homeVisit.result,
  kind: { ...common.screenKind, ...promiseText.alarmKind, ...punchKindWords, ...leaveKindWords },
  source: { ...punchSourceWords, ...violationText.source },
  status: { ...common.ticketStatus, ...common.windowStatus },
  reason: { ...common.pauseReason, ...common.cancelReason, ...journalText.reasonName },
  session: journalText.sessionName,
  dayKind: journalText.dayKindName,
  channel: promiseText.channel,
  specialGroup: promiseText.group,
  itemKind: promiseText.itemKind,
  means: {
    ...promiseText.notifyMeans,
    ...promiseText.answerMeans,
    ...promiseText.signature,
    ...violationText.signature,
  },
  half: journalText.sessionName,
  code: violationText.code,
  onTheSpot: violationText.onTheSpot,
  way: promiseText.way,
  decision: promiseText.decision,
  ground: { ...promiseText.declineGround, ...promiseText.returnGround },
  cause: promiseText.visitCause,
  procedure: promiseText.procedure,
  documentKind: promiseText.documentKind,
  grade: promiseText.alarmGrade,
  conditions: promiseText.condition,
  unit: promiseText.unit,
}
const instants = new Set(['until', 'fromAt', 'toAt', 'appointmentAt', 'punchedAt', 'from', 'to'])
/** How a queue is kept in order, and keys of the sealed records: of use to a program, not to a reader. They stand in the unfolded body. */
const unsaid = new Set(['sortKey', 'priorityClass', 'partyId', 'agentId'])
const people = new Set([
  'staffId',
  'staffIds',
  'screenId',
  'firstResponder',
  'answeredBy',
  'correctedBy',
  'fromStaffId',
  'toStaffId',
  'ownerId',
  'nextHandlerId',
  'allowedBy',
  'askedBy',
  'refusedBy',
  'approvedBy',
  'urgedBy',
  'issuedBy',
  'voidedBy',
  'visitorId',
  'recordedBy',
  'substituteId',
  'cancelledBy',
  'startedBy',
  'proposedBy',
  'addedBy',
  'confirmedBy',
  'dismissedBy',
  'decidedBy',
])

/** The Chinese name of an event type; a newer one that this page does not know yet is shown as it is written. */
export function typeName(type: string): string {
  return (journalText.eventType as Readonly<Record<string, string>>)[type] ?? type
}

/** Names of people and machines by their ids; the journal itself has ids only. */
export type Names = ReadonlyMap<string, string>

export function namesFrom(staff: Setup['staff'], screens: ConsoleView['screens']): Names {
  return new Map([
    ['local', consoleText.screens.local],
    ...staff.map(({ staffId, name }): [string, string] => [staffId, name]),
    ...screens.map(({ screenId, name }): [string, string] => [screenId, name]),
  ])
}

/** `staff:…`, `screen:…` or `hub` by the names people know. */
export function actorText(actor: string, names: Names): string {
  if (actor === 'hub') return journalText.hub
  return names.get(actor.slice(actor.indexOf(':') + 1)) ?? actor
}

/** The facts of an entry in one line; what is a record in itself is shown by its name, and whole when unfolded. */
export function factsText(body: string, names: Names): string {
  const facts = parsedBody(body)
  if (facts === undefined) return body
  return Object.entries(facts)
    .filter(
      ([key, value]) =>
        !unsaid.has(key) && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    )
    .map(([key, value]) => `${journalText.fact[key] ?? key} ${valueText(key, value, names)}`)
    .join('，')
}

function valueText(key: string, value: unknown, names: Names): string {
  if (typeof value === 'boolean') return value ? journalText.yes : journalText.no
  if (typeof value === 'number')
    return instants.has(key) ? `${dayText(value)} ${clockSecondsText(value)}` : String(value)
  if (typeof value === 'string')
    return namesOf[key]?.[value] ?? (people.has(key) ? names.get(value) : undefined) ?? value
  if (Array.isArray(value)) return value.map((one) => valueText(key, one, names)).join('、')
  return recordName(value)
}

function recordName(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const { name, letter, itemCode, windowNumber, day, year, amount, unit } = value as Record<string, unknown>
  if (typeof unit === 'string') return `${amount} ${namesOf.unit?.[unit] ?? unit}`
  return [itemCode, letter, windowNumber, year, day, name].filter((part) => part !== undefined).join(' ') || '…'
}

/** The body as indented JSON, exactly as it was hashed but for the blanks. */
export function indentedBody(body: string): string {
  const facts = parsedBody(body)
  return facts === undefined ? body : JSON.stringify(facts, null, 2)
}

function parsedBody(body: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(body)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
