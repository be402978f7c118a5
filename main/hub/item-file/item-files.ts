import { Worker } from 'node:worker_threads'
import type { HallReport } from '../../../shared/contract/hall-report.ts'
import type { ItemFileFormat } from '../../../shared/contract/item-exchange.ts'
import type { MonthReviewView } from '../../../shared/contract/month-view.ts'
import type { ServiceItem } from '../../../shared/vocabulary/service-item.ts'
import { type ItemFile, wholeFile } from './read-items.ts'

/** What the thread is started for. */
export type ItemFileTask =
  | { kind: 'read'; format: ItemFileFormat; bytes: Uint8Array }
  | { kind: 'write'; format: ItemFileFormat; items: readonly ServiceItem[] }
  | { kind: 'report'; report: HallReport; hallName: string }
  | { kind: 'month'; view: MonthReviewView }

/** The largest honest file takes two seconds. */
const taskMsMax = 20_000
/** A small file may unfold to a huge one; the thread ends before the hub has no memory left. */
const megabytesMax = 512

/**
 * Files of items are read and written in a thread of their own: 500 items in a workbook take two
 * seconds, in which the hub would answer no window.
 */
export function createItemFiles(workerUrl: URL) {
  const run = <T>(task: ItemFileTask): Promise<T> =>
    new Promise((resolve, reject) => {
      const resourceLimits = { maxOldGenerationSizeMb: megabytesMax }
      const worker = new Worker(workerUrl, { workerData: task, resourceLimits })
      const timer = setTimeout(() => void worker.terminate(), taskMsMax)
      worker.once('message', (made: T) => resolve(made))
      worker.once('error', reject)
      // After an answer the promise is settled already.
      worker.once('exit', () => {
        clearTimeout(timer)
        reject(new Error('the thread of an item file ended without an answer'))
      })
    })

  return {
    /** What the thread cannot come to an end with is a mistake of the file, not of the hub. */
    read: (format: ItemFileFormat, bytes: Uint8Array): Promise<ItemFile> =>
      run<ItemFile>({ kind: 'read', format, bytes }).catch(() => wholeFile('文件太大或已损坏，读不了')),
    write: (format: ItemFileFormat, items: readonly ServiceItem[]): Promise<Uint8Array> =>
      run<Uint8Array>({ kind: 'write', format, items }),
    /** A report as a workbook: the same thread, because exceljs is as slow with it. */
    writeReport: (report: HallReport, hallName: string): Promise<Uint8Array> =>
      run<Uint8Array>({ kind: 'report', report, hallName }),
    writeMonth: (view: MonthReviewView): Promise<Uint8Array> => run<Uint8Array>({ kind: 'month', view }),
  }
}
export type ItemFiles = ReturnType<typeof createItemFiles>
