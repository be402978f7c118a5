import { spawn } from 'node:child_process'
import { root } from './place.mjs'
import { text } from './text.mjs'

/** A mistake or a missing thing that is told in one Chinese text, without a stack. */
export class Problem extends Error {}

/** Runs a script's main function; a Problem is told and ends it with code 1. */
export async function main(work) {
  try {
    await work()
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure
    console.error(failure.message)
    process.exitCode = 1
  }
}

/** Progress lines on standard error, so that standard output stays with what was asked for. */
export const sayOnStderr = (line) => process.stderr.write(`${line}\n`)
export const sayOnStdout = (line) => process.stdout.write(`${line}\n`)

const tailLines = 30

/**
 * Runs a command and keeps its output to itself: every ten seconds a sign of life, and the end of the
 * output when it fails.
 * @returns {Promise<{code: number, output: string}>}
 */
export function runQuietly(command, args, { say, env = process.env, cwd = root, shell = false, limitMs = 0 }) {
  return new Promise((done) => {
    const started = Date.now()
    const child = spawn(command, args, {
      cwd,
      env: { ...env, NO_COLOR: '1' },
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    const chunks = []
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))
    const alive = setInterval(() => say(text.stillWorking(Math.round((Date.now() - started) / 1000))), 10_000)
    const limit = limitMs > 0 ? setTimeout(() => child.kill('SIGKILL'), limitMs) : undefined
    const end = (code, more = '') => {
      clearInterval(alive)
      clearTimeout(limit)
      done({ code, output: Buffer.concat(chunks).toString('utf8') + more })
    }
    child.on('error', (failure) => end(127, failure.message))
    child.on('close', (code) => end(code ?? 1))
  })
}

/** Like runQuietly, but failing is a Problem that shows the end of the output. */
export async function runOrFail(what, command, args, options) {
  const { code, output } = await runQuietly(command, args, options)
  if (code === 0) return output
  const tail = output.trimEnd().split('\n').slice(-tailLines).join('\n')
  throw new Problem(`${text.failed(what, code)}\n${tail}`)
}

/**
 * Runs a command in the foreground and hands signals on to it.
 * @returns {Promise<number>} its exit code; 128 + n for a death by signal n
 */
export function runAttached(command, args, options = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const stop = forwardSignals(child)
    child.on('error', failed)
    child.on('exit', (code, signal) => {
      stop()
      done(exitCode(code, signal))
    })
  })
}

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }

/** What a shell would report for a child that ended so. */
export function exitCode(code, signal) {
  return code ?? 128 + (signalNumbers[signal] ?? 0)
}

/** The process that started this script; where it ends, the system gives the script another parent. */
const firstParent = process.ppid
const parentWatchedMs = 500

/**
 * Sends SIGINT and SIGTERM on to the child and tells `onSignal`; the answer stops that. Where npm is ended
 * by its process id, the shell between npm and its script ends too and hands nothing on: a hub would go on
 * unseen and keep its port. So npm's end ends the child. A parent other than npm's may go, as with nohup.
 */
export function forwardSignals(child, onSignal = () => {}) {
  const forward = (signal) => {
    onSignal()
    child.kill(signal)
  }
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event === undefined || process.ppid === firstParent) return
    clearInterval(watch)
    forward('SIGTERM')
  }, parentWatchedMs)
  process.on('SIGINT', forward)
  process.on('SIGTERM', forward)
  return () => {
    clearInterval(watch)
    process.off('SIGINT', forward)
    process.off('SIGTERM', forward)
  }
}
