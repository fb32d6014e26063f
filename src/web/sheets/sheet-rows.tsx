import { Grid } from 'antd'
import type { Corrections } from './corrections.js'
import { PreviewTable } from './preview-table.js'
import { RowCards } from './row-cards.js'
import type { SheetKind, SheetPreview, SheetRow } from './sheets-api.js'

export interface SheetRowsProps {
  readonly kind: SheetKind
  readonly preview: SheetPreview
  /** Those to be shown. */
  readonly rows: readonly SheetRow[]
  readonly corrections: Corrections
  readonly onCorrect: (line: number, column: string, value: string) => void
}

/** The rows of a sheet, each with what becomes of it: as the table that it is, or as cards where that does not fit. */
export function SheetRows(props: SheetRowsProps) {
  const { md } = Grid.useBreakpoint()
  return md ? <PreviewTable {...props} /> : <RowCards {...props} />
}
