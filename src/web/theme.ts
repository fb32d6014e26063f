import type { ThemeConfig } from 'antd'

/** Calm, and dark enough for text on white: every colour of text here reaches a contrast of 4.5. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0f766e',
    colorLink: '#0f766e',
    colorTextTertiary: '#5a6475',
    colorTextPlaceholder: '#5f6b7a',
    colorTextDescription: '#5a6475',
    borderRadius: 8,
    fontSize: 15,
    fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
    wireframe: false,
  },
  components: {
    Layout: { headerBg: '#ffffff', bodyBg: '#f4f6f7', headerPadding: '0 16px', headerHeight: 56 },
  },
}
