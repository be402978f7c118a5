import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './lock.mjs'
import { builtHub, node24, root } from './place.mjs'
import { runOrFail } from './steps.mjs'
import { text } from './text.mjs'

/** All that the build reads. `assets/halls` and `assets/regulations` are read when the hub runs. */
const sources = [
  'shared',
  'main',
  'renderer',
  'assets/voice',
  'assets/icons',
  'electron.vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
]
const stamp = join(root, 'out', '.built-from')

/** Builds shell, hub and screens when their sources are not those of the last build. */
export async function ensureBuilt(say) {
  if (isBuilt()) return
  await alone(say, async () => {
    if (isBuilt()) return
    say(text.building)
    const builtFrom = fingerprint(root, sources)
    rmSync(stamp, { force: true })
    const cli = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
    await runOrFail(text.steps.build, node24, [cli, 'build', '--logLevel', 'warn'], { say })
    mkdirSync(join(root, 'out'), { recursive: true })
    writeFileSync(stamp, builtFrom)
    say(text.built)
  })
}

function isBuilt() {
  return existsSync(builtHub) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root, sources)
}

/**
 * SHA-256 over the names and contents of files and folders below `base`; what does not exist counts as
 * not existing. Contents, not times: a checkout that went to another branch and back is not rebuilt.
 * @param {string} base
 * @param {string[]} names
 */
export function fingerprint(base, names) {
  const hash = createHash('sha256')
  const add = (name) => {
    const entry = join(base, name)
    let children
    try {
      children = readdirSync(entry)
    } catch (failure) {
      if (failure.code === 'ENOENT') return
      if (failure.code !== 'ENOTDIR') throw failure
      const content = readFileSync(entry)
      hash.update(`${name}\0${content.length}\0`).update(content)
      return
    }
    for (const child of children.sort()) add(`${name}/${child}`)
  }
  for (const name of names) add(name)
  return hash.digest('hex')
}
