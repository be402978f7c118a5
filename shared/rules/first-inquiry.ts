import type { CommandBody, CommandType } from '../vocabulary/command.ts'
import type { FirstInquiry } from '../vocabulary/first-inquiry.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import { inquiryStatusWords } from '../vocabulary/words.ts'
import { numberOf, statusWord } from './at-window.ts'
import { accept, assert, type Decision, refuse } from './decision.ts'
import { dayOf, yearOf } from './hall-time.ts'
import { isBy, isSupervisor, staffIdOf } from './may-touch.ts'
import { partyRefusal } from './party-refusal.ts'
import type { InquiryFacts, PromiseDay, RecordInquiryFacts } from './promise-facts.ts'
import { numberOfSeries, seriesLetters } from './series-number.ts'
import { publishedItem } from './setup.ts'

/**
 * 首问登记: who is signed in was asked first, and answers for it until somebody has taken it over
 * (篇1.3, 篇5.3). A matter outside the catalogue is recorded as well, under its category.
 */
export function decideRecordFirstInquiry(body: CommandBody<'RecordFirstInquiry'>, facts: RecordInquiryFacts): Decision {
  const refusal = subjectRefusal(body, facts) ?? ticketRefusal(body, facts) ?? partyRefusal(facts.party, '申请人')
  if (refusal !== null) return refusal

  const { channel, category, matter, specialGroup, isWish } = body
  const inquiryId = facts.lastIds.inquiryId + 1
  const year = yearOf(dayOf(facts.now))
  const serial = facts.lastSerial('inquiry', year) + 1
  const number = numberOfSeries(seriesLetters.inquiry, year, serial)
  return accept(
    {
      type: 'FirstInquiryRecorded',
      body: {
        inquiryId,
        number,
        year,
        serial,
        channel,
        ticketId: body.ticketId ?? null,
        windowNumber: facts.atWindow?.windowNumber ?? null,
        firstResponder: staffIdOf(facts),
        itemCode: body.itemCode ?? null,
        category,
        matter,
        partyId: facts.party.kind === 'known' ? facts.party.partyId : null,
        specialGroup,
        isWish,
      },
    },
    { inquiryId, number },
  )
}

function subjectRefusal(body: CommandBody<'RecordFirstInquiry'>, { setup }: PromiseDay): Refusal | null {
  const { itemCode, category } = body
  if (itemCode === undefined) return category === '' ? refuse('item-or-category-needed') : null
  return publishedItem(setup, itemCode) === undefined ? refuse('item-unknown') : null
}

/** A ticket has one line. A clerk names the one in front of him; the floor staff any number of today. */
function ticketRefusal(body: CommandBody<'RecordFirstInquiry'>, facts: RecordInquiryFacts): Refusal | null {
  const { ticket, inquiryOfTicket, atWindow, schedule, actor } = facts
  if (body.ticketId === undefined) return null
  if (ticket === undefined || ticket.hallDay !== schedule.day) return refuse('ticket-unknown')
  const number = numberOf(ticket)
  const isClerk = actor.kind === 'staff' && actor.role === 'clerk'
  if (isClerk && atWindow?.ticketId !== ticket.ticketId) {
    return refuse('ticket-not-here', { number, status: statusWord(ticket.status) })
  }
  if (inquiryOfTicket === undefined) return null
  return refuse('ticket-has-inquiry', { number, inquiryNumber: inquiryOfTicket.number })
}

/** 答复: one matter has one answer; whoever finds it wrong asks the supervisor to correct it. */
export function decideAnswerFirstInquiry(body: CommandBody<'AnswerFirstInquiry'>, facts: InquiryFacts): Decision {
  const refusal = answerRefusal(facts)
  if (refusal !== null) return refusal
  const { inquiryId, answer, means } = body
  return accept({ type: 'FirstInquiryAnswered', body: { inquiryId, answer, means, answeredBy: staffIdOf(facts) } })
}

function answerRefusal(facts: InquiryFacts): Refusal | null {
  const { inquiry } = facts
  if (inquiry?.answer && isBy(facts, inquiry.responsible)) return refuse('inquiry-answered', { number: inquiry.number })
  return openRefusal(facts)
}

/** 更正答复: the first answer stays visible beside the corrected one. */
export function decideCorrectAnswer(body: CommandBody<'CorrectAnswer'>, facts: InquiryFacts): Decision {
  const refusal = correctionRefusal(facts)
  if (refusal !== null) return refusal
  const { inquiryId, answer, reason } = body
  const correctedBy = staffIdOf(facts)
  return accept({ type: 'FirstInquiryAnswerCorrected', body: { inquiryId, answer, reason, correctedBy } })
}

function correctionRefusal({ inquiry }: InquiryFacts): Refusal | null {
  if (inquiry === undefined) return refuse('inquiry-unknown')
  return inquiry.answer === null ? refuse('inquiry-not-answered', { number: inquiry.number }) : null
}

/** 引导: to a window of the hall, or to the unit whose business it is; never 不归我管 (篇5.3). */
export function decideGuideFirstInquiry(body: CommandBody<'GuideFirstInquiry'>, facts: InquiryFacts): Decision {
  const refusal = openRefusal(facts)
  if (refusal !== null) return refusal
  const { inquiryId, toWindow, toUnit, note } = body
  if (toWindow === undefined && toUnit === '') return refuse('guide-target-needed')
  if (toWindow !== undefined && !facts.setup.serviceWindows.has(toWindow)) {
    return refuse('window-unknown', { windowNumber: toWindow })
  }
  return accept({
    type: 'FirstInquiryGuided',
    body: { inquiryId, windowNumber: toWindow ?? null, unit: toUnit, note },
  })
}

/**
 * 移交: the giver answers for it until the receiver has taken it. After so many transfers a
 * supervisor says who handles it, and he may do so for somebody else's line.
 */
export function decideOfferFirstInquiry(body: CommandBody<'OfferFirstInquiry'>, facts: InquiryFacts): Decision {
  const refusal = offerRefusal(facts)
  if (refusal !== null) return refusal
  const { inquiryId, toStaffId, reason } = body
  const { responsible: fromStaffId } = found(facts)
  const receiver = facts.staffOf(toStaffId)
  if (receiver === undefined) return refuse('staff-unknown')
  if (toStaffId === fromStaffId) return refuse('offer-to-self')
  if (receiver.role === 'administrator') return refuse('staff-not-handler', { staffName: receiver.name })
  return accept({ type: 'FirstInquiryOffered', body: { inquiryId, fromStaffId, toStaffId, reason } })
}

function offerRefusal(facts: InquiryFacts): Refusal | null {
  const refusal = openRefusal(facts, { isForSupervisor: true })
  if (refusal !== null) return refusal
  const { number, transfers } = found(facts)
  const max = facts.setup.promiseSettings.offersMax
  return transfers.length >= max && !isSupervisor(facts) ? refuse('offers-used-up', { number, max }) : null
}

/** 接收: from now on the receiver answers for it; the first responder stays on the line. */
export function decideTakeFirstInquiry({ inquiryId }: CommandBody<'TakeFirstInquiry'>, facts: InquiryFacts): Decision {
  const refusal = offeredRefusal(facts)
  if (refusal !== null) return refusal
  const { fromStaffId, toStaffId } = found(facts).offer!
  return accept({ type: 'FirstInquiryTaken', body: { inquiryId, fromStaffId, toStaffId } })
}

/** 退回: the giver has it still. */
export function decideRefuseFirstInquiry(body: CommandBody<'RefuseFirstInquiry'>, facts: InquiryFacts): Decision {
  const refusal = offeredRefusal(facts)
  if (refusal !== null) return refusal
  const { inquiryId, reason } = body
  const { fromStaffId, toStaffId } = found(facts).offer!
  return accept({ type: 'FirstInquiryRefused', body: { inquiryId, fromStaffId, toStaffId, reason } })
}

function offeredRefusal(facts: InquiryFacts): Refusal | null {
  const { inquiry } = facts
  if (inquiry === undefined) return refuse('inquiry-unknown')
  const isReceiver = inquiry.offer !== null && isBy(facts, inquiry.offer.toStaffId)
  return isReceiver ? null : refuse('inquiry-not-offered', { number: inquiry.number })
}

/**
 * Why the actor may not go on with a line of the register: only its responsible may, while it is
 * open. In the order the world is checked.
 */
export function openRefusal(
  facts: PromiseDay & { inquiry: FirstInquiry | undefined },
  { isForSupervisor = false } = {},
): Refusal | null {
  const { inquiry } = facts
  if (inquiry === undefined) return refuse('inquiry-unknown')
  const { number, responsible, status, offer } = inquiry
  const nameOf = (staffId: string) => facts.staffOf(staffId)?.name ?? ''
  const isAllowed = isBy(facts, responsible) || (isForSupervisor && isSupervisor(facts))
  if (!isAllowed) return refuse('inquiry-not-yours', { number, staffName: nameOf(responsible) })
  if (offer !== null) return refuse('inquiry-offered', { number, staffName: nameOf(offer.toStaffId) })
  return status === 'open' ? null : refuse('inquiry-ended', { number, status: inquiryStatusWords[status] })
}

function found({ inquiry }: InquiryFacts): FirstInquiry {
  assert(inquiry !== undefined, 'an unknown inquiry was refused')
  return inquiry
}

/** Why each command on a line would be refused now, before anything is typed in: it greys the buttons. */
export function inquiryRefusals(facts: InquiryFacts): Partial<Record<CommandType, Refusal>> {
  const refusals: Partial<Record<CommandType, Refusal | null>> = {
    AnswerFirstInquiry: answerRefusal(facts),
    CorrectAnswer: correctionRefusal(facts),
    GuideFirstInquiry: openRefusal(facts),
    OfferFirstInquiry: offerRefusal(facts),
    TakeFirstInquiry: offeredRefusal(facts),
    RefuseFirstInquiry: offeredRefusal(facts),
    ReceiveFiling: openRefusal(facts),
  }
  return onlyRefused(refusals)
}

/** The commands that would be refused; the others are not named. */
export function onlyRefused(
  foreseen: Partial<Record<CommandType, Refusal | null>>,
): Partial<Record<CommandType, Refusal>> {
  const refused = Object.entries(foreseen).filter(([, refusal]) => refusal !== null)
  return Object.fromEntries(refused) as Partial<Record<CommandType, Refusal>>
}
