import { Flex } from 'antd'
import type { ReactNode } from 'react'

/** What a part of a page is about, and what may be done with it. @param id of the heading, by which the part is labelled */
export function PanelHead({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Flex justify="space-between" align="center" gap={8} wrap>
      <h2 id={id}>{title}</h2>
      {children}
    </Flex>
  )
}
