import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { arePending, type Corrections, corrected, correctedFile, unreadable } from './corrections.js'
import { previewSheet, type SheetKind, type SheetPreview, type SheetRow } from './sheets-api.js'

interface Chosen {
  readonly file: File
  /** Of the choice: two files may be named alike. */
  readonly number: number
  /** The choice that this is a correction of. */
  readonly corrects?: number
  /** Rows of the file as it was chosen that no corrected one can hold. */
  readonly lost: readonly SheetRow[]
}

const nothing: Corrections = new Map()

/** Whether a query told of this sheet, or of what it was before it was corrected. */
function shows([, , number]: readonly unknown[], chosen: Chosen | undefined): boolean {
  return chosen !== undefined && (number === chosen.number || number === chosen.corrects)
}

/** The sheet in hand: chosen, looked at by the server, corrected, looked at again. It is kept in this page only. */
export function useSheet(kind: SheetKind) {
  const { i18n } = useTranslation()
  const [chosen, setChosen] = useState<Chosen>()
  const [number, setNumber] = useState(0)
  const [corrections, setCorrections] = useState(nothing)
  const checked = useQuery({
    queryKey: ['sheet', kind, chosen?.number, i18n.language],
    queryFn: () => previewSheet(kind, (chosen as Chosen).file),
    enabled: chosen !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    // While a corrected sheet is looked at, or told in the other language, what was found before stays in view.
    placeholderData: (before, query) => (query && shows(query.queryKey, chosen) ? before : undefined),
  })
  const take = (next: Omit<Chosen, 'number'> | undefined) => {
    setChosen(next && { ...next, number: number + 1 })
    setNumber(number + 1)
  }
  const lost = chosen?.lost
  const preview = useMemo(() => checked.data && withLost(checked.data, lost ?? []), [checked.data, lost])
  return {
    file: chosen?.file,
    choose(file: File | undefined) {
      take(file && { file, lost: [] })
      setCorrections(nothing)
    },
    preview,
    isChecking: checked.isFetching,
    error: checked.error,
    corrections,
    isChanged: preview !== undefined && arePending(preview, corrections),
    correct: (line: number, header: string, value: string) =>
      setCorrections((before) => corrected(before, line, header, value)),
    /** Has the corrected sheet looked at. */
    checkAgain() {
      if (preview)
        take({ file: correctedFile(preview, corrections), lost: unreadable(preview), corrects: number })
    },
    retry: () => void checked.refetch(),
  }
}

/** The answer with the rows that a corrected sheet cannot hold; what was found before it was corrected has them itself. */
function withLost(preview: SheetPreview, all: readonly SheetRow[]): SheetPreview {
  const { counts, rows } = preview
  const lost = all.filter(({ line }) => rows.every((row) => row.line !== line))
  return {
    ...preview,
    counts: { ...counts, rows: counts.rows + lost.length, refused: counts.refused + lost.length },
    rows: [...rows, ...lost].sort((a, b) => a.line - b.line),
  }
}
