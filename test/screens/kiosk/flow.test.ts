import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  freshFlow,
  isBusy,
  type KioskFlow,
  nextFlow,
  type PageName,
  pageOf,
  type ShownRefusal,
  type ShownTicket,
  type Step,
} from '../../../renderer/kiosk/flow.ts'
import type { TicketFound } from '../../../shared/contract/contract.ts'
import { identityCard, marriage, registration, waitingTicket } from '../support/kiosk-fixtures.ts'

const idNumber = '999999199001010016'

const ticket: ShownTicket = {
  ticketId: 41,
  number: 'C017',
  aheadCount: 12,
  estimateMinutes: 35,
  windowNumbers: [3, 4],
  isNearClosing: false,
  isReprint: false,
  printCount: 0,
}
const full: ShownRefusal = { code: 'hall-full', facts: {}, clause: '' }
const wrongIdNumber: ShownRefusal = { code: 'id-number-invalid', facts: { problem: '校验位不符' }, clause: '' }
const alreadyWaiting: ShownRefusal = { code: 'already-waiting', facts: { ticketId: 33, number: 'C009' }, clause: '' }

function walk(steps: readonly Step[], from: KioskFlow = freshFlow): KioskFlow {
  return steps.reduce(nextFlow, from)
}

const typing = (text: string): Step[] => Array.from(text, (character) => ({ type: 'type', character }))
const toItem: Step[] = [
  { type: 'choose-category', category: '户籍身份' },
  { type: 'choose-item', serviceItem: identityCard },
]
const toIdentity: Step[] = [...toItem, { type: 'begin' }, { type: 'choose-holder', holder: 'self' }]
const toConfirm: Step[] = [...toIdentity, ...typing(idNumber), { type: 'submit' }]
const toSending: Step[] = [
  ...toConfirm,
  { type: 'confirm', commandId: 'c1' },
  { type: 'printer-answered', commandId: 'c1', printer: { isReady: true, advice: '' } },
]
const toTicket: Step[] = [...toSending, { type: 'taken', commandId: 'c1', ticket }]
const nameAfter = (steps: readonly Step[]) => pageOf(walk(steps)).name

describe('the way to a number', () => {
  it('leads from home over category, item, holder, ID number and confirm to the ticket', () => {
    const names: PageName[] = ['home']
    let flow = freshFlow
    for (const step of toTicket) {
      flow = nextFlow(flow, step)
      if (pageOf(flow).name !== names.at(-1)) names.push(pageOf(flow).name)
    }
    expect(names).toEqual([
      'home',
      'items',
      'item',
      'holder',
      'identity',
      'confirm',
      'checking-printer',
      'sending',
      'ticket',
    ])
  })

  it('leads over the letters of an item too; back from the item they are still there, from home they are not', () => {
    const toFound: Step[] = [
      { type: 'start-search' },
      ...typing('sf1z-'),
      { type: 'choose-item', serviceItem: identityCard },
    ]
    expect(nameAfter(toFound)).toBe('item')
    expect(pageOf(walk([...toFound, { type: 'go-back' }]))).toEqual({ name: 'search', typed: 'SFZ' })
    expect(pageOf(walk([...toFound, { type: 'go-home' }, { type: 'start-search' }]))).toEqual({
      name: 'search',
      typed: '',
    })
  })

  it('letters are erased one by one or all at once, and end at what no name is longer than', () => {
    const search = (...steps: Step[]) => pageOf(walk([{ type: 'start-search' }, ...steps]))
    expect(search(...typing('SFZ'), { type: 'erase' })).toEqual({ name: 'search', typed: 'SF' })
    expect(search(...typing('SFZ'), { type: 'clear' })).toEqual({ name: 'search', typed: '' })
    expect(search(...typing('S'.repeat(40)))).toEqual({ name: 'search', typed: 'S'.repeat(16) })
  })

  it('an item for the person alone asks for no holder', () => {
    const steps: Step[] = [
      { type: 'choose-category', category: '生育婚姻' },
      { type: 'choose-item', serviceItem: marriage },
      { type: 'begin' },
    ]
    expect(nameAfter(steps)).toBe('identity')
  })

  it('an item without identity asks for no ID number', () => {
    const steps: Step[] = [
      { type: 'choose-category', category: '户籍身份' },
      { type: 'choose-item', serviceItem: registration },
      { type: 'begin' },
      { type: 'choose-holder', holder: 'agent' },
    ]
    expect(nameAfter(steps)).toBe('confirm')
  })

  it('an optional ID number may be left out, a needed one may not', () => {
    expect(nameAfter([...toIdentity, { type: 'skip-identity' }])).toBe('confirm')
    const needed: Step[] = [
      { type: 'choose-category', category: '生育婚姻' },
      { type: 'choose-item', serviceItem: marriage },
      { type: 'begin' },
      { type: 'skip-identity' },
      { type: 'submit' },
    ]
    expect(nameAfter(needed)).toBe('identity')
  })

  it('what was typed before leaving the ID number out is not sent', () => {
    const flow = walk([...toIdentity, ...typing('99999919'), { type: 'skip-identity' }])
    expect(flow.draft.idNumber).toBe('')
  })

  it('an X stands only at the eighteenth place, and there is no nineteenth', () => {
    expect(walk([...toIdentity, ...typing('12x3')]).draft.idNumber).toBe('123')
    expect(walk([...toIdentity, ...typing('11010519491231002x9')]).draft.idNumber).toBe('11010519491231002X')
  })

  it('an old number of fifteen places goes to the hub, which says what it thinks of it', () => {
    expect(nameAfter([...toIdentity, ...typing('110105491231002'), { type: 'submit' }])).toBe('confirm')
    expect(nameAfter([...toIdentity, ...typing('1101054912310022'), { type: 'submit' }])).toBe('identity')
  })

  it('a second press of confirm is no second command', () => {
    const once = walk([...toConfirm, { type: 'confirm', commandId: 'c1' }])
    expect(nextFlow(once, { type: 'confirm', commandId: 'c2' })).toBe(once)
  })

  it('trying again after no answer sends the same command id', () => {
    const again = walk([...toSending, { type: 'unanswered', commandId: 'c1' }, { type: 'try-again' }])
    expect(pageOf(again)).toMatchObject({ name: 'sending', errand: { kind: 'take', commandId: 'c1' } })
  })

  it('an answer to another command changes nothing', () => {
    const sending = walk(toSending)
    expect(nextFlow(sending, { type: 'taken', commandId: 'c0', ticket })).toBe(sending)
    expect(nextFlow(freshFlow, { type: 'taken', commandId: 'c1', ticket })).toBe(freshFlow)
  })

  it('a printer that is not ready is told before a number is given', () => {
    const down = walk([
      ...toConfirm,
      { type: 'confirm', commandId: 'c1' },
      { type: 'printer-answered', commandId: 'c1', printer: { isReady: false, advice: '打印机缺纸' } },
    ])
    expect(pageOf(down)).toMatchObject({ name: 'printer-down', advice: '打印机缺纸' })
    const without = nextFlow(down, { type: 'take-without-paper' })
    expect(pageOf(without)).toMatchObject({ name: 'sending', plan: { paper: 'skipped', advice: '打印机缺纸' } })
    expect(pageOf(nextFlow(down, { type: 'try-again' })).name).toBe('checking-printer')
    expect(pageOf(nextFlow(down, { type: 'go-back' })).name).toBe('identity')
  })

  it('a wrong ID number is mended where it was typed', () => {
    const flow = walk([...toSending, { type: 'refused', commandId: 'c1', refusal: wrongIdNumber }])
    expect(pageOf(flow)).toEqual({ name: 'identity', complaint: wrongIdNumber })
    expect(flow.draft.idNumber).toBe(idNumber)
    expect(pageOf(nextFlow(flow, { type: 'erase' }))).toEqual({ name: 'identity', complaint: null })
    expect(pageOf(nextFlow(flow, { type: 'go-back' })).name).toBe('holder')
  })

  it('every other refusal has its page, from which one goes back or home', () => {
    const flow = walk([...toSending, { type: 'refused', commandId: 'c1', refusal: full }])
    expect(pageOf(flow)).toEqual({ name: 'refused', refusal: full })
    expect(pageOf(nextFlow(flow, { type: 'go-back' })).name).toBe('identity')
  })

  it('a person who waits already is offered a reprint and a look at the queue', () => {
    const flow = walk([...toSending, { type: 'refused', commandId: 'c1', refusal: alreadyWaiting }])
    const reprint = nextFlow(flow, { type: 'reprint', commandId: 'c2', ticketId: 33, number: 'C009' })
    expect(pageOf(reprint)).toMatchObject({ name: 'checking-printer', errand: { kind: 'reprint', ticketId: 33 } })
    const look = nextFlow(flow, { type: 'look-up', number: 'C009' })
    expect(pageOf(look)).toMatchObject({ name: 'looking', number: 'C009' })
    expect(look.draft.idNumber).toBe('')
  })
})

describe('the ticket', () => {
  it('forgets the person and the way back, so that no second number is taken', () => {
    const flow = walk(toTicket)
    expect(JSON.stringify(flow)).not.toContain(idNumber)
    expect(pageOf(nextFlow(flow, { type: 'go-back' })).name).toBe('home')
  })

  it('shows what became of the paper', () => {
    const flow = walk(toTicket)
    expect(pageOf(flow)).toMatchObject({ paper: { state: 'printing' } })
    const failed = nextFlow(flow, { type: 'paper-ended', ticketId: 41, isPrinted: false, advice: '缺纸' })
    expect(pageOf(failed)).toMatchObject({ name: 'ticket', paper: { state: 'failed', advice: '缺纸' } })
    const printed = nextFlow(flow, { type: 'paper-ended', ticketId: 41, isPrinted: true, advice: '' })
    expect(pageOf(printed)).toMatchObject({ paper: { state: 'printed' } })
    expect(nextFlow(flow, { type: 'paper-ended', ticketId: 40, isPrinted: true, advice: '' })).toBe(flow)
  })

  it('stays valid and in reach when its reprint finds no printer', () => {
    const down = walk([
      ...toTicket,
      { type: 'paper-ended', ticketId: 41, isPrinted: false, advice: '缺纸' },
      { type: 'reprint', commandId: 'c2', ticketId: 41, number: 'C017' },
      { type: 'printer-answered', commandId: 'c2', printer: { isReady: false, advice: '缺纸' } },
    ])
    expect(pageOf(down)).toMatchObject({ name: 'printer-down', errand: { number: 'C017' } })
    expect(nextFlow(down, { type: 'take-without-paper' })).toBe(down)
    expect(pageOf(nextFlow(down, { type: 'go-back' }))).toMatchObject({ name: 'ticket', ticket: { number: 'C017' } })
  })
})

describe('who holds a number', () => {
  const missed: TicketFound = { ...waitingTicket, status: 'missed', mayRequeue: true }
  const found: Step[] = [
    { type: 'start-find' },
    ...typing('C017'),
    { type: 'submit' },
    { type: 'looked-up', number: 'C017', ticket: missed },
  ]

  it('types letter first, then three or four digits', () => {
    expect(pageOf(walk([{ type: 'start-find' }, ...typing('1C01')]))).toMatchObject({ typed: 'C01' })
    expect(nameAfter([{ type: 'start-find' }, ...typing('C01'), { type: 'submit' }])).toBe('find')
    expect(nameAfter([{ type: 'start-find' }, ...typing('VA1000'), { type: 'submit' }])).toBe('looking')
    expect(pageOf(walk([{ type: 'start-find' }, ...typing('C012345')]))).toMatchObject({ typed: 'C0123' })
  })

  it('an unknown number can be typed again', () => {
    const flow = walk([...found.slice(0, -1), { type: 'looked-up', number: 'C017', ticket: null }])
    expect(pageOf(flow)).toEqual({ name: 'find', typed: 'C017', complaint: 'unknown' })
  })

  it('reports back after being missed and sees the queue anew', () => {
    const sent = walk([...found, { type: 'report-back', commandId: 'c3', ticketId: 41, number: 'C017' }])
    expect(pageOf(sent)).toMatchObject({ name: 'sending', errand: { kind: 'report-back', commandId: 'c3' } })
    const again = walk([
      ...found,
      { type: 'report-back', commandId: 'c3', ticketId: 41, number: 'C017' },
      { type: 'reported-back', commandId: 'c3', number: 'C017' },
      { type: 'looked-up', number: 'C017', ticket: waitingTicket },
    ])
    expect(pageOf(again)).toEqual({ name: 'found', ticket: waitingTicket, isBackInQueue: true })
  })

  it('a scanned ticket of today is looked up, one of another day is not', () => {
    expect(nameAfter([{ type: 'scan', number: 'C017', isOfToday: true }])).toBe('looking')
    expect(pageOf(walk([{ type: 'scan', number: 'C017', isOfToday: false }]))).toMatchObject({
      name: 'find',
      complaint: 'other-day',
    })
  })

  it('yesterday’s number leads to the items of its queue and goes along with the press', () => {
    const flow = walk([{ type: 'start-carried' }, ...typing('VC004'), { type: 'submit' }])
    expect(pageOf(flow)).toEqual({ name: 'items-of-queue', letter: 'C' })
    const elsewhere = walk([{ type: 'show-all-categories' }, ...toIdentity, { type: 'skip-identity' }], flow)
    expect(pageOf(elsewhere).name).toBe('confirm')
    expect(elsewhere.draft.carriedNumber).toBe('VC004')
  })
})

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<Step>({ type: 'go-home' }, { type: 'go-back' }, { type: 'reset' }) },
  fc.constantFrom<Step>(
    { type: 'switch-language' },
    { type: 'switch-size' },
    { type: 'show-all-categories' },
    { type: 'begin' },
    { type: 'erase' },
    { type: 'clear' },
    { type: 'submit' },
    { type: 'skip-identity' },
    { type: 'take-without-paper' },
    { type: 'try-again' },
    { type: 'start-find' },
    { type: 'start-search' },
    { type: 'start-carried' },
    { type: 'choose-category', category: '户籍身份' },
    { type: 'confirm', commandId: 'c1' },
    { type: 'look-up', number: 'C009' },
    { type: 'reprint', commandId: 'c1', ticketId: 41, number: 'C017' },
    { type: 'report-back', commandId: 'c1', ticketId: 41, number: 'C017' },
  ),
  fc
    .constantFrom(identityCard, marriage, registration)
    .map((serviceItem): Step => ({ type: 'choose-item', serviceItem })),
  fc.constantFrom<'self' | 'agent'>('self', 'agent').map((holder): Step => ({ type: 'choose-holder', holder })),
  fc.boolean().map((isOfToday): Step => ({ type: 'scan', number: 'C017', isOfToday })),
  { weight: 3, arbitrary: fc.constantFrom(...'0123456789XC').map((character): Step => ({ type: 'type', character })) },
  { weight: 3, arbitrary: fc.constantFrom(...answersTo('c1')) },
)

function answersTo(commandId: string): Step[] {
  return [
    { type: 'printer-answered', commandId, printer: 'none' },
    { type: 'printer-answered', commandId, printer: { isReady: true, advice: '' } },
    { type: 'printer-answered', commandId, printer: { isReady: false, advice: '缺纸' } },
    { type: 'taken', commandId, ticket },
    { type: 'reported-back', commandId, number: 'C017' },
    { type: 'refused', commandId, refusal: wrongIdNumber },
    { type: 'refused', commandId, refusal: alreadyWaiting },
    { type: 'refused', commandId, refusal: full },
    { type: 'unanswered', commandId },
    { type: 'fault', commandId, incident: 'A1' },
    { type: 'looked-up', number: 'C017', ticket: waitingTicket },
    { type: 'looked-up', number: 'C009', ticket: null },
    { type: 'paper-ended', ticketId: 41, isPrinted: false, advice: '缺纸' },
  ]
}

/** From where a random walk begins: the ends of the known ways, so that deep pages are reached. */
const start = fc.constantFrom<readonly Step[]>([], toItem, toIdentity, toConfirm, toSending, toTicket)

describe('wherever a citizen gets to', () => {
  it('one press leads home, unless the kiosk is on an errand, which every answer ends', () => {
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 40 }), (first, steps) => {
        const flow = walk([...first, ...steps])
        const page = pageOf(flow)
        if (!isBusy(page)) {
          expect(pageOf(nextFlow(flow, { type: 'go-home' })).name).toBe('home')
          expect(nextFlow(flow, { type: 'go-home' }).draft.idNumber).toBe('')
          return
        }
        const commandId = page.name === 'looking' ? '' : 'errand' in page ? page.errand.commandId : ''
        const number = page.name === 'looking' ? page.number : ''
        const lastAnswers: Record<string, Step[]> = {
          'checking-printer': [{ type: 'printer-answered', commandId, printer: { isReady: false, advice: '' } }],
          sending: [
            { type: 'unanswered', commandId },
            { type: 'fault', commandId, incident: 'A1' },
            { type: 'refused', commandId, refusal: full },
            { type: 'taken', commandId, ticket },
          ],
          looking: [{ type: 'looked-up', number, ticket: 'unanswered' }],
        }
        for (const answer of lastAnswers[page.name] ?? []) {
          const after = nextFlow(flow, answer)
          expect(isBusy(pageOf(after))).toBe(false)
          expect(pageOf(nextFlow(after, { type: 'go-home' })).name).toBe('home')
        }
      }),
      { numRuns: 500 },
    )
  })

  it('a reset leaves nothing of a person, nor of language and size', () => {
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 40 }), (first, steps) => {
        const flow = walk([...first, ...steps])
        if (isBusy(pageOf(flow))) return
        expect(nextFlow(flow, { type: 'reset' })).toEqual(freshFlow)
      }),
      { numRuns: 300 },
    )
  })

  it('an ID number stands in the draft alone, never on a page', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const flow = walk([...toConfirm, ...steps])
        expect(JSON.stringify(flow.trail)).not.toContain(idNumber.slice(0, 12))
      }),
      { numRuns: 300 },
    )
  })

  it('home is always the first page of the way back', () => {
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 40 }), (first, steps) => {
        let flow = walk([...first, ...steps])
        expect(flow.trail[0]).toEqual({ name: 'home' })
        if (isBusy(pageOf(flow))) return
        const pages = flow.trail.length
        for (let back = 0; back < pages; back += 1) flow = nextFlow(flow, { type: 'go-back' })
        expect(pageOf(flow).name).toBe('home')
      }),
      { numRuns: 300 },
    )
  })
})
