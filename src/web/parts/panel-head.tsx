import { Flex } from 'antd'
import type { ReactNode } from 'react'

/** What a part of a page is about, and what may be done with it. @param id of the heading, by which the part is labelled */
export function PanelHead({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Flex justify="space-between" align="center" gap={8} wrap style={{ marginBottom: 8 }}>
      <h2 id={id} style={{ margin: 0 }}>
        {title}
      </h2>
      {children}
    </Flex>
  )
}
