// The scripts are plain JavaScript, because they run before anything is installed; these are their types.

declare module '*/scripts/lib/arguments.mjs' {
  export interface HallArguments {
    hall?: string
    data?: string
    port?: number
  }
  export function parseHallArguments(argv: string[], usage: string, base?: string): HallArguments
  export function hallArguments(hall: HallArguments): string[]
}

declare module '*/scripts/lib/build.mjs' {
  export function fingerprint(base: string, names: string[]): string
}

declare module '*/scripts/lib/debian.mjs' {
  export function librariesNotFound(lddOutput: string): string[]
}

declare module '*/scripts/lib/electron.mjs' {
  export interface Runtime {
    executable: string
    args: string[]
    env: Record<string, string>
  }
  export function findElectron(say: (line: string) => void): Promise<Runtime | null>
  export function isFresh(note: string, mirror: string, now: number): boolean
  export function programName(platform: NodeJS.Platform): string
}

declare module '*/scripts/lib/install.mjs' {
  export interface LockedPackage {
    version?: string
    integrity?: string
    optional?: boolean
  }
  export function lockHolds(wanted: Record<string, LockedPackage>, installed: Record<string, LockedPackage>): boolean
  export function npmCommand(
    env: Record<string, string | undefined>,
    platform: NodeJS.Platform,
  ): { command: string; args: string[]; shell: boolean }
}

declare module '*/scripts/lib/place.mjs' {
  export const root: string
  export const node24: string
  export const builtHub: string
  export function cacheFolder(env: Record<string, string | undefined>, platform: NodeJS.Platform, home: string): string
}

declare module '*/scripts/lib/steps.mjs' {
  export class Problem extends Error {}
  export function exitCode(code: number | null, signal: NodeJS.Signals | null): number
}

declare module '*/scripts/lib/tally.mjs' {
  export interface Tally {
    passed: number
    failed: number
    skipped: number
  }
  export interface Report {
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numTodoTests: number
    testResults: { status: string; assertionResults: { status: string }[] }[]
  }
  export function tally(report: Report, exitCode: number): Tally
  export function tallyLine(tally: Tally): string
}
