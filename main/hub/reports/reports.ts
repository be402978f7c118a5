import { Worker } from 'node:worker_threads'
import type { ChainCheck, JournalPage } from '../../../shared/contract/contract.ts'
import type { HallReport } from '../../../shared/contract/hall-report.ts'
import type { LogVerification } from '../../../shared/contract/log-view.ts'
import type { Filing } from '../../../shared/vocabulary/filing.ts'
import type { FirstInquiry } from '../../../shared/vocabulary/first-inquiry.ts'
import type { OverdueFiling } from '../../../shared/vocabulary/month-review.ts'
import type { ReportHours } from './hall-report.ts'
import type { promiseFigures, RepeatVisit } from './promise-reports.ts'
import type { JournalQuestion, ReportAnswer, ReportQuestion } from './questions.ts'
import type { AskedLog } from './verify-log.ts'

interface Days {
  from: string
  to: string
}

/** Reports are read in a thread of their own, on a connection that can only read: they delay nobody at a window. */
export function createReports(workerUrl: URL, storePath: string) {
  let worker: Worker | undefined
  let asked = 0
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (problem: Error) => void }>()

  const failAll = (problem: Error) => {
    for (const one of waiting.values()) one.reject(problem)
    waiting.clear()
    worker = undefined
  }

  const start = (): Worker => {
    const started = new Worker(workerUrl, { workerData: { storePath } })
    started.unref()
    started.on('message', ({ id, value, problem }: ReportAnswer) => {
      const one = waiting.get(id)
      waiting.delete(id)
      if (waiting.size === 0) started.unref()
      if (problem === undefined) one?.resolve(value)
      else one?.reject(new Error(problem))
    })
    started.on('error', failAll)
    started.on('exit', () => failAll(new Error('the report thread has ended')))
    return started
  }

  const ask = <T>(question: ReportQuestion): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      worker ??= start()
      worker.ref()
      asked += 1
      waiting.set(asked, { resolve: resolve as (value: unknown) => void, reject })
      worker.postMessage({ id: asked, question })
    })

  return {
    journal: (question: JournalQuestion) => ask<JournalPage>({ kind: 'journal', ...question }),
    verifyChain: () => ask<ChainCheck>({ kind: 'verify-chain' }),
    verifyLog: (asked: AskedLog) => ask<LogVerification>({ kind: 'verify-log', ...asked }),
    hallReport: (days: Days, hours: ReportHours) => ask<HallReport>({ kind: 'hall-report', ...days, hours }),
    redList: (month: string, hours: ReportHours) => ask<OverdueFiling[]>({ kind: 'red-list', month, hours }),
    inquiryRegister: (days: Days) => ask<FirstInquiry[]>({ kind: 'inquiry-register', ...days }),
    filingRegister: (days: Days) => ask<Filing[]>({ kind: 'filing-register', ...days }),
    repeatVisits: (days: Days) => ask<RepeatVisit[]>({ kind: 'repeat-visits', ...days }),
    promiseFigures: (days: Days) => ask<ReturnType<typeof promiseFigures>>({ kind: 'promise-figures', ...days }),
    end: async () => {
      await worker?.terminate()
    },
  }
}
export type Reports = ReturnType<typeof createReports>
