import { parentPort, workerData } from 'node:worker_threads'
import { readItemFile, writeItemFile } from './formats.ts'
import type { ItemFileTask } from './item-files.ts'
import { writeMonth } from './month-workbook.ts'
import { writeReport } from './report-workbook.ts'

/** One file, read or written, in a thread that ends with it. */
const task = workerData as ItemFileTask

function done(): Promise<unknown> {
  switch (task.kind) {
    case 'read':
      return readItemFile(task.format, task.bytes)
    case 'write':
      return writeItemFile(task.format, task.items)
    case 'report':
      return writeReport(task.report, task.hallName)
    case 'month':
      return writeMonth(task.view)
  }
}

parentPort?.postMessage(await done())
