import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './place.mjs'
import { text } from './text.mjs'

const folder = join(root, '.cache')
const lockFile = join(folder, 'working')

/**
 * Does the work while no other command installs or builds in this checkout. A lock whose owner is dead
 * is taken over.
 */
export async function alone(say, work) {
  mkdirSync(folder, { recursive: true })
  let told = false
  while (!takeLock()) {
    if (!told) say(text.waitingForOther)
    told = true
    await pause(200)
  }
  try {
    return await work()
  } finally {
    rmSync(lockFile, { force: true })
  }
}

/** Linked, not written, into place: nobody ever reads a lock without its owner in it. */
function takeLock() {
  const draft = `${lockFile}-${process.pid}`
  writeFileSync(draft, String(process.pid))
  try {
    linkSync(draft, lockFile)
    return true
  } catch (failure) {
    if (failure.code !== 'EEXIST') throw failure
    if (isOwnerDead()) rmSync(lockFile, { force: true })
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

function isOwnerDead() {
  try {
    process.kill(Number.parseInt(readFileSync(lockFile, 'utf8'), 10), 0)
    return false
  } catch (failure) {
    return failure.code === 'ESRCH'
  }
}
