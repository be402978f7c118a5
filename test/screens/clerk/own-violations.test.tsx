import { screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { clerkView } from '../support/clerk-fixtures.ts'
import { clearPage, openDesk } from '../support/desk-page.tsx'

afterEach(clearPage)

test('whoever has yet to be heard is told so at the desk, and nobody else', async () => {
  const desk = await openDesk(clerkView({ violationsToState: 2 }))
  expect(screen.getByRole('button', { name: /我的违纪与申诉/ }).textContent).toContain('您有 2 条待陈述')
  await desk.push(clerkView({ violationsToState: 0 }))
  expect(desk.text()).not.toContain('待陈述')
  expect(screen.getByRole('button', { name: '我的违纪与申诉' })).toBeDefined()
})
