import { App, Button } from 'antd'
import { useState } from 'react'
import { saveFile } from '../../common/save-file.ts'
import { consoleText } from '../../common/text/console.ts'

interface SaveWorkbookProps {
  /** Where the hub makes it. */
  address: string
  /** Without the ending. */
  fileName: string
}

/** Fetches a workbook from the hub and puts it where the browser keeps what is downloaded. */
export function SaveWorkbook({ address, fileName }: SaveWorkbookProps) {
  const { message } = App.useApp()
  const [isSaving, setSaving] = useState(false)
  const save = async () => {
    setSaving(true)
    const problem = await saveFile(address, `${fileName}.xlsx`)
    setSaving(false)
    if (problem !== '') void message.error(problem)
  }
  return (
    <Button loading={isSaving} onClick={() => void save()}>
      {consoleText.saveWorkbook}
    </Button>
  )
}
