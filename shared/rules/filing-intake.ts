import type { CommandBody, CommandType } from '../vocabulary/command.ts'
import type { Filing } from '../vocabulary/filing.ts'
import type { FilingEvent } from '../vocabulary/promise-event.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import type { ServiceItem } from '../vocabulary/service-item.ts'
import { accept, assert, type Decision, refuse } from './decision.ts'
import { acceptRefusal, toleratedRefusal } from './filing-acceptance.ts'
import { askableIn, correctionRefusal, lapsedRefusal, noticeRefusal, secondNoticeRefusal } from './filing-notice.ts'
import { filingAfter } from './filing-state.ts'
import { onlyRefused, openRefusal } from './first-inquiry.ts'
import { issueDocuments } from './hall-document.ts'
import { dayOf, yearOf } from './hall-time.ts'
import {
  checkedLines,
  checksRefusal,
  conditionRefusal,
  conditionsOf,
  linesOf,
  linesUnder,
  neededOf,
} from './material-check.ts'
import { mayTouch, staffIdOf, touched } from './may-touch.ts'
import { partyRefusal } from './party-refusal.ts'
import type { FilingFactsOf, ReceiveFilingFacts } from './promise-facts.ts'
import { deemedAcceptance, receivedDayOf } from './received-day.ts'
import { numberOfSeries, seriesLetters } from './series-number.ts'
import { publishedItem } from './setup.ts'

type FilingReceived = Extract<FilingEvent, { type: 'FilingReceived' }>

/**
 * 收件: a filing rests on the actor's own line in the register (篇1.3: one register, one person) and
 * keeps what was published of the item that day. Its handling slip goes with it.
 */
export function decideReceiveFiling(body: CommandBody<'ReceiveFiling'>, facts: ReceiveFilingFacts): Decision {
  const item = publishedItem(facts.setup, body.itemCode)
  const forbidden =
    openRefusal(facts) ?? (item === undefined ? refuse('item-unknown') : peopleRefusal(body, item, facts))
  if (forbidden !== null) return forbidden
  assert(item !== undefined && facts.inquiry !== undefined, 'an unknown item or inquiry was refused')

  const conditions = receivedConditions(body, facts)
  const today = dayOf(facts.now)
  const lines = linesOf(item.materials, conditions)
  const refusal =
    conditionRefusal(body.conditions, item.materials) ??
    checksRefusal(body.checks, { lines, conditions, today, askable: null })
  if (refusal !== null) return refusal

  const event = received(item, { conditions, lines: checkedLines(lines, body.checks) }, facts)
  const filing = filingAfter(undefined, event, facts.now)
  const { ticketNumber, inquiry } = facts
  const slip = {
    ticketNumber,
    matter: inquiry.matter,
    lines: neededOf(filing.lines),
    hasAgent: filing.agentId !== null,
  }
  const documents = issueDocuments(facts, filing, inquiry, [{ kind: 'handling-slip', own: slip }])
  return accept([event, ...documents], {
    filingId: filing.filingId,
    number: filing.number,
    documentIds: documents.map(({ body: { documentId } }) => documentId),
  })
}

function peopleRefusal(
  { agent }: CommandBody<'ReceiveFiling'>,
  item: ServiceItem,
  facts: ReceiveFilingFacts,
): Refusal | null {
  if (agent !== undefined && item.holderRule === 'self-only') {
    return refuse('agent-not-allowed', { itemName: item.name })
  }
  return partyRefusal(facts.party, '申请人') ?? partyRefusal(facts.agent, '代办人')
}

function receivedConditions(body: CommandBody<'ReceiveFiling'>, { party, setup, now }: ReceiveFilingFacts): string[] {
  return conditionsOf(body.conditions, {
    hasAgent: body.agent !== undefined,
    birthDay: party.kind === 'known' ? party.birthDay : null,
    today: dayOf(now),
    elderlyAge: setup.queueSettings.elderlyAge,
  })
}

function received(
  item: ServiceItem,
  materials: Pick<Filing, 'conditions' | 'lines'>,
  facts: ReceiveFilingFacts,
): FilingReceived {
  const { now, setup, inquiry, party, agent, atWindow, itemVersion } = facts
  const { calendar, timetables } = setup
  assert(inquiry !== undefined && party.kind === 'known', 'an applicant with a line in the register')
  const year = yearOf(dayOf(now))
  const serial = facts.lastSerial('filing', year) + 1
  const receivedDay = receivedDayOf(timetables, calendar, now).day
  return {
    type: 'FilingReceived',
    body: {
      filingId: facts.lastIds.filingId + 1,
      number: numberOfSeries(seriesLetters.filing, year, serial),
      year,
      serial,
      inquiryId: inquiry.inquiryId,
      ticketId: inquiry.ticketId,
      windowNumber: atWindow?.windowNumber ?? inquiry.windowNumber,
      itemCode: item.itemCode,
      itemName: item.name,
      itemKind: item.kind,
      itemVersion,
      isOrgan: item.isOrgan,
      promisedLimit: item.promisedLimit,
      statutoryLimit: item.statutoryLimit,
      ownerId: staffIdOf(facts),
      partyId: party.partyId,
      agentId: agent.kind === 'known' ? agent.partyId : null,
      ...materials,
      receivedDay,
      noticeDueDay: deemedAcceptance({ receivedDay, calendar, timetables }).noticeDueDay,
      stages: item.stages,
    },
  }
}

/**
 * 核对材料: before the notice as the clerk finds it; after it nothing more can be asked for, unless a
 * supervisor has allowed another notice.
 */
export function decideCheckMaterials(body: CommandBody<'CheckMaterials'>, facts: FilingFactsOf): Decision {
  const forbidden = checkRefusal(facts)
  if (forbidden !== null) return forbidden
  const { filing } = touched(facts)
  const today = dayOf(facts.now)
  const conditions = conditionsOf(body.conditions, {
    hasAgent: filing.agentId !== null,
    birthDay: null,
    today,
    elderlyAge: facts.setup.queueSettings.elderlyAge,
  })
  const lines = linesUnder(filing, conditions)
  const refusal =
    conditionRefusal(body.conditions, filing.lines) ??
    checksRefusal(body.checks, { lines, conditions, today, askable: askableIn(facts) })
  if (refusal !== null) return refusal
  return accept({
    type: 'MaterialsChecked',
    body: { filingId: filing.filingId, conditions, lines: checkedLines(lines, body.checks) },
  })
}

/** While a correction is awaited the list is closed; a second notice that was allowed opens it once more. */
function checkRefusal(facts: FilingFactsOf): Refusal | null {
  const isReopened = facts.filing?.secondNoticeAllowance != null
  return mayTouch(facts, { in: isReopened ? ['received', 'correcting'] : ['received'], action: '核对材料' })
}

const onTheSpot = { in: ['received'], action: '当场更正' } as const

/** 当场更正 (行政许可法 第三十二条第一款第三项): a slip of the pen is put right where it was found. */
export function decideCorrectOnTheSpot(body: CommandBody<'CorrectOnTheSpot'>, facts: FilingFactsOf): Decision {
  const refusal = mayTouch(facts, onTheSpot)
  if (refusal !== null) return refusal
  const { filingId, note } = body
  return accept({ type: 'FilingCorrectedOnTheSpot', body: { filingId, note } })
}

/** 不需许可 (同款第一项): told at once, in writing, and the matter ends. */
export function decideDeclareNotRequired(body: CommandBody<'DeclareNotRequired'>, facts: FilingFactsOf): Decision {
  const refusal = declineRefusal(facts, '告知不需许可')
  if (refusal !== null) return refusal
  const { filing, inquiry } = touched(facts)
  const { filingId, reason } = body
  const own = { ground: 'not-required', reason, basis: notRequiredBasis, competentOrgan: '' } as const
  return accept([
    { type: 'FilingNotRequired', body: { filingId, reason } },
    ...issueDocuments(facts, filing, inquiry, [{ kind: 'decline-notice', own }]),
  ])
}

const notRequiredBasis = '行政许可法 第三十二条第一款第一项'
const notCompetentBasis = '行政许可法 第三十二条第一款第二项'

/** 不予受理 (同款第二项): in writing, with its reason and whom to ask instead; never by word of mouth. */
export function decideDeclineFiling(body: CommandBody<'DeclineFiling'>, facts: FilingFactsOf): Decision {
  const { filingId, ground, reason, competentOrgan } = body
  const basis = body.basis === '' && ground === 'not-competent' ? notCompetentBasis : body.basis
  const refusal = declineRefusal(facts, '不予受理')
  if (refusal !== null) return refusal
  if (ground === 'not-competent' && competentOrgan === '') return refuse('competent-organ-needed')
  if (basis === '') return refuse('basis-needed')
  const { filing, inquiry } = touched(facts)
  const own = { ground, reason, basis, competentOrgan }
  return accept([
    { type: 'FilingDeclined', body: { filingId, ...own } },
    ...issueDocuments(facts, filing, inquiry, [{ kind: 'decline-notice', own }]),
  ])
}

/** What the law has taken as accepted can no more be turned away. */
function declineRefusal(facts: FilingFactsOf, action: string): Refusal | null {
  return mayTouch(facts, { in: ['received'], action }) ?? lapsedRefusal(facts, action)
}

/** Why each command of the intake would be refused now, before anything is typed in: it greys the buttons. */
export function intakeRefusals(facts: FilingFactsOf): Partial<Record<CommandType, Refusal>> {
  return onlyRefused({
    CheckMaterials: checkRefusal(facts),
    CorrectOnTheSpot: mayTouch(facts, onTheSpot),
    DeclareNotRequired: declineRefusal(facts, '告知不需许可'),
    DeclineFiling: declineRefusal(facts, '不予受理'),
    IssueOneTimeNotice: noticeRefusal(facts),
    AllowSecondNotice: secondNoticeRefusal(facts),
    ReceiveCorrection: correctionRefusal(facts),
    AcceptFiling: acceptRefusal(facts),
    ReceiveToleratedMaterial: toleratedRefusal(facts),
  })
}
