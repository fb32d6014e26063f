import { Flex } from 'antd'
import type { ComponentProps } from 'react'
import type { FilteredList } from '../api/use-saved-filters.js'
import { ExportMenu } from './export-menu.js'
import { SavedFilters } from './saved-filters.js'

type Props = ComponentProps<typeof ExportMenu> & { readonly list: FilteredList }

/** What every list can do: its filters saved, and all that is shown taken away as a file. */
export function ListTools({ list, ...exported }: Props) {
  return (
    <Flex gap={8} wrap>
      <SavedFilters list={list} />
      <ExportMenu {...exported} />
    </Flex>
  )
}
