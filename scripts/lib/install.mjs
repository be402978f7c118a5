import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { alone } from './lock.mjs'
import { node24, root, runsInsideModules } from './place.mjs'
import { runOrFail } from './steps.mjs'
import { text } from './text.mjs'

/** Installs the dependencies when what stands in `node_modules` is not what the lock file names. */
export async function ensureInstalled(say) {
  if (isInstalled()) return
  await alone(say, async () => {
    if (isInstalled()) return
    say(text.installing)
    const npm = npmCommand()
    // Windows cannot delete a running program: there the Node that runs this script is kept in place.
    const verb = process.platform === 'win32' && runsInsideModules() ? 'install' : 'ci'
    const args = [...npm.args, verb, '--no-audit', '--no-fund']
    await runOrFail(text.steps.install, npm.command, args, { say, shell: npm.shell })
    say(text.installed)
  })
}

function isInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installed) || !existsSync(node24)) return false
  const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  return lockHolds(read(join(root, 'package-lock.json')), read(installed))
}

/**
 * True when every package of the lock is installed in its very build. npm notes what it installed in
 * `node_modules/.package-lock.json`; packages for other platforms are missing there and may be.
 * @param {Record<string, {version?: string, integrity?: string, optional?: boolean}>} wanted
 * @param {Record<string, {version?: string, integrity?: string}>} installed
 */
export function lockHolds(wanted, installed) {
  return Object.entries(wanted).every(([place, pack]) => {
    if (place === '') return true
    const found = installed[place]
    if (found === undefined) return pack.optional === true
    return found.version === pack.version && found.integrity === pack.integrity
  })
}

/**
 * How to run npm: the one that runs us, on its own node; else the one on the PATH.
 * @returns {{command: string, args: string[], shell: boolean}}
 */
export function npmCommand(env = process.env, platform = process.platform) {
  const runner = env.npm_execpath
  if (runner !== undefined && basename(runner) === 'npm-cli.js') {
    return { command: env.npm_node_execpath ?? process.execPath, args: [runner], shell: false }
  }
  return { command: 'npm', args: [], shell: platform === 'win32' }
}
