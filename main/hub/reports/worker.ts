import { parentPort, workerData } from 'node:worker_threads'
import type { ChainCheck, JournalPage } from '../../../shared/contract/contract.ts'
import { firstBreak } from '../journal.ts'
import { openForReading } from '../store/store.ts'
import { hallReport } from './hall-report.ts'
import { filingsBetween, inquiriesBetween, promiseFigures, repeatVisitsBetween } from './promise-reports.ts'
import type { JournalQuestion, ReportAnswer, ReportQuestion } from './questions.ts'
import { redList } from './red-list.ts'
import { verifyLog } from './verify-log.ts'

const { storePath } = workerData as { storePath: string }
const store = openForReading(storePath)

function journal(question: JournalQuestion): JournalPage {
  const { before, limit, type, ticketId, day } = question
  const conditions = [
    before === undefined ? '' : 'seq < @before',
    type === undefined ? '' : 'type = @type',
    day === undefined ? '' : 'hall_day = @day',
    ticketId === undefined ? '' : `body ->> '$.ticketId' = @ticketId`,
  ].filter((condition) => condition !== '')
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
  const entries = store
    .prepare(
      `SELECT seq, at, hall_day AS hallDay, actor, type, body, hash FROM journal ${where} ORDER BY seq DESC LIMIT @limit`,
    )
    .all({ before, limit, type, ticketId, day }) as JournalPage['entries']
  return { entries, nextBefore: entries.length === limit ? (entries.at(-1)?.seq ?? null) : null }
}

function verifyChain(): ChainCheck {
  const startedAt = performance.now()
  const { brokenAt, checked, headSeq, headHash } = firstBreak(store)
  const milliseconds = Math.round(performance.now() - startedAt)
  return { isWhole: brokenAt === null, entriesChecked: checked, brokenAt, headSeq, headHash, milliseconds }
}

function answer(question: ReportQuestion): unknown {
  switch (question.kind) {
    case 'journal':
      return journal(question)
    case 'verify-chain':
      return verifyChain()
    case 'verify-log':
      return verifyLog(store, storePath, question)
    case 'hall-report':
      return hallReport(store, question, question.hours)
    case 'red-list':
      return redList(store, question.month, question.hours)
    case 'inquiry-register':
      return inquiriesBetween(store, question)
    case 'filing-register':
      return filingsBetween(store, question)
    case 'repeat-visits':
      return repeatVisitsBetween(store, question)
    case 'promise-figures':
      return promiseFigures(store, { from: question.from, to: question.to })
  }
}

parentPort?.on('message', ({ id, question }: { id: number; question: ReportQuestion }) => {
  let message: ReportAnswer
  try {
    message = { id, value: answer(question) }
  } catch (problem) {
    message = { id, problem: problem instanceof Error ? problem.message : String(problem) }
  }
  parentPort?.postMessage(message)
})
