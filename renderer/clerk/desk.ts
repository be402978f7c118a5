import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SessionView, TicketCard } from '../../shared/contract/view.ts'
import type { Command } from '../../shared/vocabulary/command.ts'
import type { ResultCode } from '../../shared/vocabulary/ticket.ts'
import { hubNow, type SendOutcome, type Watch } from '../common/hub-link.ts'
import { clerkText, type DeskAction } from '../common/text/clerk.ts'
import { type Answer, answerSentence } from './answer.ts'
import { type KeptItems, keepItems } from './catalogue.ts'
import type { DeskCalls } from './desk-calls.ts'
import { type DeskDialog, isStillAsked } from './desk-dialog.ts'
import { foresee, type Why } from './foresee.ts'

export type DeskPanel = 'record' | 'matters' | 'handover' | 'attendance' | 'violations'

export interface DeskState {
  dialog: DeskDialog | null
  /** What is on its way to the hub; until it is answered nothing else is sent. */
  busy: DeskAction | null
  /** Newest first. */
  answers: readonly Answer[]
  /** What stands over the desk: the register, one's matters, a handover, or one's attendance. */
  panel: DeskPanel | null
}

/** One command of a press, and how its answer is worded. */
export interface Step {
  action: DeskAction
  /** The number it is about; empty when about none. */
  number: string
  command: Command
}

export interface Desk {
  store: StoreApi<DeskState>
  watch: Watch<'clerk'>
  session: SessionView
  windowNumber: number
  items: KeptItems['items']
  /** A key or button: says why not, asks first, or sends. `ticket` is the number it is about, else the current one. */
  press: (action: DeskAction, ticket?: TicketCard) => void
  /** Sends one after another until one is not done. */
  perform: (steps: readonly Step[]) => Promise<void>
  signOut: () => Promise<void>
  setPassword: (currentPassword: string, password: string) => Promise<void>
  dismiss: () => void
  openPanel: (panel: DeskPanel) => void
  closePanel: () => void
  end: () => void
}

export interface DeskOptions {
  calls: DeskCalls
  watch: Watch<'clerk'>
  session: SessionView
  windowNumber: number
  onSessionLost: () => void
  onSignedOut: () => void
}

const answersKept = 20
/** The view that shows what was done follows the answer by milliseconds; a lost one must not lock the desk. */
const viewAwaitedMs = 1_500

/** The desk of one window: what is pressed, asked, under way and answered. What is true stands in the view. */
export function createDesk(options: DeskOptions): Desk {
  const { calls, watch, session, windowNumber } = options
  const store = createStore<DeskState>(() => ({ dialog: null, busy: null, answers: [], panel: null }))
  const { items, end: endItems } = keepItems(calls, watch)
  let answerCount = 0

  const tell = (answer: Pick<Answer, 'tone' | 'action' | 'sentence'>) => {
    answerCount += 1
    const told = { ...answer, answerId: answerCount, at: hubNow(watch.store.getState()) }
    store.setState(({ answers }) => ({ answers: [told, ...answers].slice(0, answersKept) }))
  }
  const dismiss = () => store.setState({ dialog: null })

  const tellOutcome = (action: DeskAction, number: string, outcome: SendOutcome) => {
    if (outcome.kind === 'refused' && outcome.code === 'not-signed-in') return options.onSessionLost()
    tell({ action, tone: outcome.kind, sentence: answerSentence(action, outcome, number) })
  }

  /** One lane: the second of two fast presses finds it taken and sends nothing. */
  const inLane = async (action: DeskAction, work: () => Promise<void>) => {
    if (store.getState().busy !== null) return
    store.setState({ busy: action })
    try {
      await work()
    } finally {
      store.setState({ busy: null })
    }
  }

  const perform = async (steps: readonly Step[]) => {
    const first = steps[0]
    if (first === undefined) return
    await inLane(first.action, async () => {
      for (const { action, number, command } of steps) {
        const outcome = await calls.send(command)
        tellOutcome(action, number, outcome)
        if (outcome.kind !== 'done') return
        dismiss()
        await viewReached(watch, outcome.seq)
      }
    })
  }

  const askOrSend = (action: DeskAction, ticket: TicketCard | undefined) => {
    const { view } = watch.store.getState()
    if (view === null) return
    const subject = ticket ?? (action === 'resume' ? view.held : view.current) ?? undefined
    const dialog = dialogFor(action, subject, view.current)
    if (dialog !== null) return store.setState({ dialog })
    const command = commandFor(action, windowNumber, subject?.ticketId)
    if (command !== null) void perform([{ action, number: subject?.number ?? '', command }])
  }

  const press = (action: DeskAction, ticket?: TicketCard) => {
    const state = watch.store.getState()
    if (state.view === null || store.getState().busy !== null) return
    const why = pressWhy(foresee(state.view, hubNow(state), session), action, ticket)
    if (why === null) return askOrSend(action, ticket)
    tell({ action, tone: 'refused', sentence: clerkText.answers.withClause(why.sentence, why.clause) })
  }

  const signOut = () =>
    inLane('sign-out', async () => {
      const outcome = await calls.signOut()
      if (outcome.kind === 'done') return options.onSignedOut()
      tellOutcome('sign-out', '', outcome)
    })

  const setPassword = (currentPassword: string, password: string) =>
    inLane('password', async () => {
      const outcome = await calls.setPassword({ staffId: session.staffId, currentPassword, password })
      tellOutcome('password', '', outcome)
      if (outcome.kind === 'done') dismiss()
    })

  const stopWatching = watch.store.subscribe(({ view }) => {
    const { dialog, busy } = store.getState()
    if (dialog === null || view === null || busy !== null || isStillAsked(dialog, view)) return
    dismiss()
    if (!('ticket' in dialog)) return
    const action = dialog.kind === 'guard' ? 'call-next' : dialog.kind
    tell({ action, tone: 'refused', sentence: clerkText.answers.gone(dialog.ticket.number) })
  })

  return {
    store,
    watch,
    session,
    windowNumber,
    items,
    press,
    perform,
    signOut,
    setPassword,
    dismiss,
    openPanel: (panel) => store.setState({ panel }),
    closePanel: () => store.setState({ panel: null }),
    end: () => {
      stopWatching()
      endItems()
      watch.end()
    },
  }
}

/** Another number than the current one may be cancelled whatever happens at the window. */
function pressWhy(foreseen: Record<DeskAction, Why | null>, action: DeskAction, ticket?: TicketCard): Why | null {
  if (action === 'cancel' && ticket !== undefined && ticket.status !== 'called') return null
  return foreseen[action]
}

/** The question that comes before an action; null when it is sent at once. */
function dialogFor(action: DeskAction, subject: TicketCard | undefined, current: TicketCard | null): DeskDialog | null {
  switch (action) {
    case 'call-next':
    case 'call-chosen': {
      const chosen = action === 'call-chosen' && subject !== undefined ? subject : null
      if (current?.status === 'serving') return { kind: 'guard', ticket: current, chosen }
      return chosen === null ? null : { kind: 'call-chosen', ticket: chosen }
    }
    case 'finish':
    case 'hold':
    case 'transfer':
    case 'correct':
    case 'cancel':
      return subject === undefined ? null : { kind: action, ticket: subject }
    case 'pause':
    case 'close-window':
    case 'sign-out':
    case 'materials':
    case 'password':
      return { kind: action }
    default:
      return null
  }
}

/** The command of an action that needs no further word; null for the others. */
function commandFor(action: DeskAction, windowNumber: number, ticketId: number | undefined): Command | null {
  if (action === 'call-next') return { type: 'CallNextTicket', body: { windowNumber } }
  if (action === 'resume-window') return { type: 'ResumeServiceWindow', body: { windowNumber } }
  if (action === 'open-window') return { type: 'OpenServiceWindow', body: { windowNumber } }
  if (ticketId === undefined) return null
  if (action === 'requeue') return { type: 'RequeueTicket', body: { ticketId } }
  const body = { windowNumber, ticketId }
  if (action === 'recall') return { type: 'RecallTicket', body }
  if (action === 'start') return { type: 'StartService', body }
  if (action === 'miss') return { type: 'MissTicket', body }
  return action === 'resume' ? { type: 'ResumeTicket', body } : null
}

/** Until the view shows journal entry `seq`, so that the next press is judged by what is true now. */
function viewReached(watch: Watch<'clerk'>, seq: number): Promise<void> {
  if (watch.store.getState().seq >= seq) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = () => {
      clearTimeout(timer)
      unsubscribe()
      resolve()
    }
    const timer = setTimeout(stop, viewAwaitedMs)
    const unsubscribe = watch.store.subscribe((state) => {
      if (state.seq >= seq || state.link !== 'live') stop()
    })
  })
}

/** Finishing whom one serves and calling the next or a chosen number: what the guard dialog sends. */
export function finishAndCall(
  windowNumber: number,
  served: TicketCard,
  resultCode: Exclude<ResultCode, 'left-open'>,
  chosen: { ticket: TicketCard; reason: string } | null,
): Step[] {
  const finish: Command = { type: 'FinishService', body: { windowNumber, ticketId: served.ticketId, resultCode } }
  const call: Step =
    chosen === null
      ? { action: 'call-next', number: '', command: { type: 'CallNextTicket', body: { windowNumber } } }
      : {
          action: 'call-chosen',
          number: chosen.ticket.number,
          command: {
            type: 'CallTicket',
            body: { windowNumber, ticketId: chosen.ticket.ticketId, reason: chosen.reason },
          },
        }
  return [{ action: 'finish', number: served.number, command: finish }, call]
}
