import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { clerkText } from '../../renderer/common/text/clerk.ts'
import { clerkDay } from '../../renderer/common/text/clerk-day.ts'
import { consoleText } from '../../renderer/common/text/console.ts'
import { consoleDiscipline } from '../../renderer/common/text/console-discipline.ts'
import { handoverText } from '../../renderer/common/text/handover.ts'
import { violationText } from '../../renderer/common/text/violation.ts'
import { node24, root } from '../../scripts/lib/place.mjs'
import { demoPassword, type Profile } from '../../shared/vocabulary/profile.ts'
import { startDisplay, type TestDisplay } from './support/display.ts'
import { demoHall, type OpenHall, openHall, photograph } from './support/electron.ts'
import { watchFaults } from './support/faults.ts'
import { savedPaper } from './support/paper.ts'
import { type PdfPage, readPdf } from './support/pdf-text.ts'
import { beginning, ClerkPage, ConsolePage } from './support/people.ts'
import {
  AttendanceKeeper,
  LogKeeper,
  OpenedViolation,
  openAsClerk,
  openAtConsole,
} from './support/people-of-the-day.ts'

/*
 * What a supervisor signs at 18:00, through the real windows: somebody comes late, is proposed, heard,
 * confirmed and put right; the day is handed over, its log closed and printed, and the print proved,
 * also to somebody who has no console.
 */

const statement = '培训当天早上才取消，接到通知就赶来'
const appeal = '请看取消培训的时间，通知前不知道要到岗'
const reason = '培训 9 点才取消，不算迟到'
const opinion = '通报表扬 3 号窗口；迟到一条已更正'

let xServer: TestDisplay
let hall: OpenHall
let clerk: ClerkPage
let console_: ConsolePage
let attendance: AttendanceKeeper
let logs: LogKeeper
let receiver = ''
let late = { name: '', windowNumber: 0 }
let own: OpenedViolation
let number = ''
let path = ''
const faults: string[] = []

beforeAll(async () => {
  xServer = await startDisplay(2560, 1600)
  hall = await openHall(xServer.name)
  const { screens } = hall
  for (const screen of [screens.clerk, screens.console]) await watchFaults(screen, faults)
  clerk = new ClerkPage(screens.clerk)
  console_ = new ConsolePage(screens.console)
  attendance = new AttendanceKeeper(screens.console)
  logs = new LogKeeper(screens.console)
  await console_.signIn('朱午')
})
afterAll(async () => {
  await hall?.close()
  await xServer?.stop()
})

/** Of what people saw, for who wants to look: in the folder that SHOUWEN_PICTURES names. */
async function picture(kind: 'clerk' | 'console', name: string): Promise<void> {
  const folder = process.env.SHOUWEN_PICTURES
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await writeFile(join(folder, `${name}.png`), await photograph(hall.app, kind))
}

/** The log's number, its day and its proof in the words of whoever asks on a command line. */
function verifyLog(file: string): Promise<{ code: number | null; said: string }> {
  const asked = spawn(node24, [join(root, 'main/hub/verify-log-command.ts'), file, '--data', hall.data])
  let said = ''
  asked.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
  })
  return new Promise((done) => asked.once('close', (code) => done({ code, said })))
}

describe('somebody comes late', () => {
  test('a leave that was taken back excuses nobody: attendance says who is not here', async () => {
    await picture('console', '01-console-first-page')
    await attendance.openAttendance()
    const name = await attendance.cancelLeave('培训取消，回窗口上班')
    const row = attendance.row(name)
    await row.getByText('上午未到岗 60 分钟').waitFor()
    const windowName = await row.getByRole('cell').nth(1).innerText()
    late = { name, windowNumber: Number.parseInt(windowName, 10) }
    await picture('console', '02-not-here')
  })

  test('he signs in at his window and reads there that he is late; so does the supervisor', async () => {
    await clerk.signIn(late.name, late.windowNumber)
    await clerk.page.getByText(/^上午迟到 6\d 分钟$/).waitFor()
    await attendance
      .row(late.name)
      .getByText(/^上午迟到 6\d 分钟$/)
      .waitFor()
    await picture('clerk', '03-late-at-the-desk')
    await picture('console', '04-late')
  })

  test('what attendance has found is proposed, not typed', async () => {
    await attendance.propose(late.name)
    await picture('console', '05-proposed')
    const opened = await openAtConsole(console_.page, 'late')
    await opened.says('篇5.7（一）')
    await opened.says('考勤')
    expect(await opened.refusalOf('ConfirmViolation')).toContain('本人还没有陈述')
    await picture('console', '06-not-heard')
  })

  test('the clerk is told at his desk and heard; then it is confirmed', async () => {
    await clerk.page.getByText(clerkDay.violations.toState(1)).waitFor()
    await picture('clerk', '07-told')
    own = await openAsClerk(clerk.page, 'late')
    await own.act('StateOnViolation', { [violationText.field.text]: statement })
    const opened = new OpenedViolation(console_.page)
    await opened.says(statement)
    await opened.act('ConfirmViolation')
    await opened.says(violationText.points(1))
    await picture('console', '08-confirmed')
  })

  test('he appeals; who confirmed it does not decide again, another supervisor takes it back', async () => {
    await own.act('AppealViolation', { [violationText.field.text]: appeal })
    await picture('clerk', '09-appealed')
    const opened = new OpenedViolation(console_.page)
    await opened.says(appeal)
    expect(await opened.refusalOf('DecideAppeal')).toContain('认定人以外')
    await picture('console', '10-same-person')
    await console_.page.keyboard.press('Escape')
    await console_.page.getByRole('button', { name: consoleText.signOut, exact: true }).click()
    await console_.signIn('秦未')
    const again = await openAtConsole(console_.page, 'late')
    await again.act('DecideAppeal', { [violationText.field.reason]: reason })
    await again.says(violationText.history.revoked)
    await own.says(violationText.history.revoked)
    await picture('console', '11-revoked')
    await console_.page.keyboard.press('Escape')
  })
})

describe('17:00', () => {
  test('the window hands over, and the liaison of its unit takes it there by a second sign-in', async () => {
    const { page } = clerk
    while ((await clerk.dialog.count()) > 0) await page.keyboard.press('Escape')
    const { staff } = parse(await readFile(demoHall, 'utf8')) as Pick<Profile, 'staff'>
    const giver = staff.find(({ name }) => name === late.name)!
    const liaison = staff.find(({ role, homeUnit }) => role === 'liaison' && homeUnit === giver.homeUnit)!
    receiver = liaison.name
    await console_.moveClock('split', '17:00')
    await page.getByText(handoverText.toGive(0)).waitFor()
    await picture('clerk', '12-to-give')
    await page.getByRole('button', { name: handoverText.give, exact: true }).click()
    await picture('clerk', '13-give')
    await page.getByRole('button', { name: handoverText.giveNow, exact: true }).click()
    await page.getByLabel(handoverText.staffNumber).fill(liaison.staffNumber)
    await page.getByLabel(handoverText.password).fill(demoPassword)
    await picture('clerk', '14-take')
    await page.getByRole('button', { name: handoverText.takeHere, exact: true }).click()
    await page.getByText(`${receiver}（窗口第二次登录）`).waitFor()
    await picture('clerk', '15-taken')
    await page.keyboard.press('Escape')
    await signOut()
    await console_.open('handovers')
    await console_.page.getByRole('cell', { name: `${receiver}（窗口第二次登录）` }).waitFor()
    await picture('console', '16-handovers')
  })
})

async function signOut(): Promise<void> {
  const { page } = clerk
  const { signOut: words } = clerkText
  await page.getByRole('button', { name: clerkText.actions['sign-out'], exact: true }).click()
  await clerk.dialog.getByRole('button', { name: beginning(words.confirm) }).click()
  await page.getByText(clerkText.session.signedOut).waitFor()
}

describe('the log of the day', () => {
  let pages: PdfPage[] = []

  test('it is not closed before the day’s work is over', async () => {
    await logs.openLogs()
    await logs.page.getByText('18:00').first().waitFor()
    await picture('console', '17-log-too-early')
    await console_.moveClock('closing', '18:00')
  })

  test('written and closed by the supervisor, it has its number', async () => {
    await picture('console', '18-log-open')
    await logs.write('秦未', { weather: '晴', opinion })
    await picture('console', '19-log-written')
    number = await logs.close()
    expect(number).toMatch(/^RZ-\d{4}-000001$/)
    await picture('console', '20-log-closed')
  })

  test('it becomes a PDF of numbered pages, whose hash the hub has', async () => {
    await logs.page.getByRole('button', { name: consoleDiscipline.logs.savePdf, exact: true }).click()
    path = await savedPaper(logs.page, number)
    await logs.page.getByText(consoleDiscipline.logs.printedTimes(1)).waitFor()
    await picture('console', '21-log-saved')
    pages = await readPdf(path)
    for (const [at, page] of pages.entries()) {
      expect([page.widthMm, page.heightMm]).toEqual([210, 297])
      expect(page.text.replaceAll(' ', '')).toContain(`第${at + 1}页，共${pages.length}页`)
      expect(page.text).toContain(number)
    }
  })

  test('it names who it speaks of by 工号, cites the clause, and has the correction beside it', () => {
    // A space at the end of a line is not drawn.
    const text = pages.map((page) => page.text.replaceAll(' ', '')).join('')
    expect(text).toMatch(new RegExp(`${late.name}（10\\d\\d）`))
    const correction = `已更正（撤销）原认定扣1分，现不扣分。${reason.replaceAll(' ', '')}`
    for (const said of ['篇5.7（一）', statement, appeal, correction, `${receiver}（40`]) expect(text).toContain(said)
    expect(text).toContain(opinion.replaceAll(' ', ''))
  })

  test('日志核验 says that the file is what the journal says', async () => {
    expect(await logs.verify(path)).toContain('属实')
    await picture('console', '22-genuine')
  })

  test('one altered byte is found, and why', async () => {
    const bytes = await readFile(path)
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
    await writeFile(`${path}.altered.pdf`, bytes)
    const verdict = await logs.verify(`${path}.altered.pdf`)
    expect(verdict).toContain(consoleDiscipline.verify.altered)
    expect(verdict).not.toContain(consoleDiscipline.verify.unknown(null))
    await picture('console', '23-altered')
  })

  test('without a console anybody gets the same answer on the command line', async () => {
    const hash = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
    const [genuine, altered] = await Promise.all([verifyLog(path), verifyLog(`${path}.altered.pdf`)])
    expect(genuine.said).toContain(`属实：日志 ${number}`)
    expect(genuine.said).toContain(hash)
    expect(genuine.code).toBe(0)
    expect(altered.said).toContain('核验没有通过')
    expect(altered.said).toContain('被改动过')
    expect(altered.code).toBe(1)
  })

  test('no screen complains to its console or breaks its content policy', () => {
    expect(faults).toEqual([])
  })
})
