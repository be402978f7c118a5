import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runOrFail } from './steps.mjs'
import { text } from './text.mjs'

/** What an Electron window needs of a Debian 12; newer ones have packages that provide these names. */
export const electronPackages = [
  'libnss3',
  'libgtk-3-0',
  'libgbm1',
  'libasound2',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxkbcommon0',
]

/** True where apt-get may be used: on Debian and its kin, as root. */
export function mayInstallPackages() {
  return (
    process.platform === 'linux' && process.getuid() === 0 && onPath('apt-get') && existsSync('/etc/debian_version')
  )
}

export function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)))
}

let updated = false

/** Installs packages; the lists are brought up to date once. A failure is a Problem. */
export async function installPackages(names, say) {
  if (names.length === 0) return
  say(text.installingPackages(names))
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  if (!updated) await runOrFail(text.steps.packages, 'apt-get', ['update', '-q'], { say, env })
  updated = true
  await runOrFail(text.steps.packages, 'apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], {
    say,
    env,
  })
}

/** Shared libraries that a program asks for and this Linux does not have. */
export function missingLibraries(program) {
  const { stdout } = spawnSync('ldd', [program], { encoding: 'utf8' })
  return librariesNotFound(stdout ?? '')
}

/** @param {string} lddOutput */
export function librariesNotFound(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1])
}

/** True when some font has Chinese; without one every label is a row of boxes. */
export function hasChineseFont() {
  try {
    return execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}
