import { App, Button, type ButtonProps } from 'antd'
import { useState } from 'react'
import type { PagePrint } from '../../../shared/contract/promise-view.ts'
import { isAnswer } from '../form/pressed.ts'
import { consoleText } from '../text/console.ts'
import { printPage } from './print-page.ts'

interface PrintButtonProps {
  label: string
  size?: ButtonProps['size']
  /** The page, made or asked for when it is wanted. */
  pageOf: () => PagePrint | Promise<PagePrint>
}

/** Puts a page on paper and says what became of it. */
export function PrintButton({ label, size, pageOf }: PrintButtonProps) {
  const { message } = App.useApp()
  const [isPrinting, setPrinting] = useState(false)
  const print = async () => {
    setPrinting(true)
    try {
      const { ok, sentence } = await printPage(await pageOf())
      void (ok ? message.success(sentence) : message.error(sentence))
    } catch (problem) {
      void message.error(isAnswer(problem) ? consoleText.queryFailed(problem.message) : consoleText.queryUnreachable)
    } finally {
      setPrinting(false)
    }
  }
  return (
    <Button size={size} loading={isPrinting} onClick={() => void print()}>
      {label}
    </Button>
  )
}
