/** How items are exchanged with other programs: YAML as in a hall profile, or a workbook of two sheets. */
export const itemFileFormats = ['xlsx', 'yaml'] as const
export type ItemFileFormat = (typeof itemFileFormats)[number]

/** Where items are exported (GET) and imported (POST), with `?format=`; administrators only. */
export const itemFilePath = '/api/item-file'

/** One thing wrong in a file of items. */
export interface ItemFileMistake {
  /** 事项 or 材料; empty for YAML. */
  sheet: string
  /** Counts from 1, as a spreadsheet or an editor does; 0: the file as a whole. */
  row: number
  /** Heading of the column, or the field's path; empty: the row as a whole. */
  column: string
  /** One Chinese sentence. */
  sentence: string
}

/** 事项导入: all of a file was published, or nothing. An item that is as it was published last is left alone. */
export type ItemImport =
  | { kind: 'done'; published: number; unchanged: number }
  | { kind: 'mistakes'; mistakes: ItemFileMistake[] }
