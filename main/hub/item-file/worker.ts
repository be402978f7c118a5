import { parentPort, workerData } from 'node:worker_threads'
import { readItemFile, writeItemFile } from './formats.ts'
import type { ItemFileTask } from './item-files.ts'

/** One file, read or written, in a thread that ends with it. */
const task = workerData as ItemFileTask
parentPort?.postMessage(
  task.kind === 'read' ? await readItemFile(task.format, task.bytes) : await writeItemFile(task.format, task.items),
)
