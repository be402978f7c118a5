import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { handoverText as words } from '../../../renderer/common/text/handover.ts'
import { clearPage, openConsolePage } from '../support/console-page.tsx'
import { handoverRow, handoverView, paperDay } from '../support/day-fixtures.ts'

afterEach(clearPage)

const rows = [
  handoverRow({ missing: 'give' }),
  handoverRow({ handoverId: 8, number: 'JJ-2026-000008', staffName: '孙丙', status: 'given', givenAt: 1 }),
  handoverRow({
    ...{ handoverId: 9, number: 'JJ-2026-000009', staffName: '李丁', status: 'taken', givenAt: 1, takenAt: 2 },
    ...{ takenByName: '许酉', signIn: 'own-page' },
  }),
]

test('the day by state: who should have given, gave and took, and who is late', async () => {
  await openConsolePage('supervisor', 'handovers', { day: paperDay({ handovers: rows }) })
  await screen.findByText('JJ-2026-000009')
  const counts = screen.getByLabelText(words.page)
  expect([...counts.querySelectorAll('dd')].map(({ textContent }) => textContent)).toEqual(['3', '2', '1', '1'])
  expect(screen.getByText(words.missing.give)).toBeTruthy()
  expect(screen.getByText(/许酉（本人登录）/)).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: words.summary.missing }))
  await waitFor(() => expect(screen.queryByText('JJ-2026-000009')).toBeNull())
  expect(screen.getByText('JJ-2026-000007')).toBeTruthy()
})

test('a sheet is opened; a supervisor may take it where nobody of the unit comes', async () => {
  const handover = handoverView({ status: 'given', mayGive: false, mayTake: true })
  const hub = await openConsolePage('supervisor', 'handovers', { day: paperDay({ handovers: rows, handover }) })
  fireEvent.click(await screen.findByRole('button', { name: `${words.open} JJ-2026-000008` }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.click(await dialog.findByRole('button', { name: words.takeNow }))
  await waitFor(() => expect(hub.commands).toEqual([{ type: 'TakeHandover', body: { handoverId: 7 } }]))
})

test('a guide and an administrator are not offered it', async () => {
  await openConsolePage('guide', 'handovers')
  expect(screen.queryByLabelText(words.page)).toBeNull()
})
