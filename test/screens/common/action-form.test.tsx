import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { App } from 'antd'
import { afterEach, describe, expect, test } from 'vitest'
import type { Filing } from '../../../shared/vocabulary/filing.ts'
import { correctingFiling, linesWith } from '../../support/intake-facts.ts'
import { decidedFiling, producedFiling } from '../../support/run-facts.ts'
import { clearPage, select } from '../support/console-page.tsx'
import { done, openPaperHub } from '../support/paper-hub.ts'

const { ActionForm } = await import('../../../renderer/common/promise/action-form.tsx')
const { AntdTheme } = await import('../../../renderer/common/antd-theme.tsx')
const { promiseText } = await import('../../../renderer/common/text/promise.ts')
type FilingAction = Parameters<typeof ActionForm>[0]['action']

afterEach(clearPage)

const { field, way, returnGround } = promiseText

function show(action: FilingAction, filing: Filing): void {
  const view = { filing, stages: [] }
  render(
    <AntdTheme>
      <App>
        <ActionForm action={action} view={view} onDone={() => {}} onCancel={() => {}} />
      </App>
    </AntdTheme>,
  )
}

describe('送达', () => {
  const proofs = ['relation', 'reason', 'witness', 'postNumber'] as const
  const asked = () => proofs.filter((one) => screen.queryByLabelText(field[one]) !== null)

  const choose = async (chosen: keyof typeof way, expected: (typeof proofs)[number][]) => {
    await select(screen.getByRole('combobox', { name: field.way }), way[chosen])
    await waitFor(() => expect(asked()).toEqual(expected))
  }

  test('asks for what proves its way, and sends nothing that was typed for another', async () => {
    const hub = openPaperHub({ answers: { DeliverResult: done({}) } })
    show('DeliverResult', producedFiling())
    expect(asked()).toEqual([])
    await choose('post', ['postNumber'])
    fireEvent.change(screen.getByLabelText(field.postNumber), { target: { value: 'EMS1' } })
    await choose('left-behind', ['reason', 'witness'])
    await choose('collected', [])
    fireEvent.click(screen.getByRole('button', { name: promiseText.action.DeliverResult }))
    await waitFor(() => expect(hub.commands).toHaveLength(1))
    expect(hub.commands).toMatchObject([{ type: 'DeliverResult', body: { way: 'collected', postNumber: '' } }])
  })
})

describe('退件', () => {
  test.each<[keyof typeof returnGround, Filing]>([
    ['correction-lapsed', correctingFiling()],
    ['tolerance-lapsed', decidedFiling({ lines: linesWith({ PHOTO: 'tolerated' }) })],
  ])('begins with the ground %s of the filing’s own state', (ground, filing) => {
    show('ReturnFiling', filing)
    expect(screen.getByRole('radio', { name: returnGround[ground] })).toHaveProperty('checked', true)
  })
})
