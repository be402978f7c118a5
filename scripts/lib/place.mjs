import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** The Node 24 that came with the dependencies; there only after the install. */
export const node24 = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** The built hub, for Node 24. */
export const builtHub = join(root, 'out/main/hub.js')

/** Where downloads that outlive `node_modules` are kept, shared by all checkouts of this user. */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()) {
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'shouwen')
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'shouwen')
}

/** Version of an installed package. */
export function versionOf(packageName) {
  return JSON.parse(readFileSync(join(root, 'node_modules', packageName, 'package.json'), 'utf8')).version
}

/** True while this very process runs on the Node inside `node_modules`. */
export function runsInsideModules(execPath = process.execPath) {
  return execPath.startsWith(join(root, 'node_modules') + sep)
}
