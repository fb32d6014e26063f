import { Flex, Typography } from 'antd'
import type { ReactNode } from 'react'

/** What a page is about, and what may be done with the whole of it. */
export function PageHead({ title, help, children }: { title: string; help?: string; children?: ReactNode }) {
  return (
    <Flex justify="space-between" align="start" wrap gap={12} style={{ marginBottom: 16 }}>
      <div style={{ flex: '1 1 260px', minWidth: 0 }}>
        <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
          {title}
        </Typography.Title>
        {help && <Typography.Text type="secondary">{help}</Typography.Text>}
      </div>
      {children}
    </Flex>
  )
}
