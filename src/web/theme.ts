import type { ThemeConfig } from 'antd'

/** Calm, and dark enough for text on white: every colour of text here reaches a contrast of 4.5. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0f766e',
    // Of so dark colours AntD makes grey grounds, on which its own text cannot be read.
    colorPrimaryBg: '#e6f2f0',
    colorPrimaryBgHover: '#d3e8e5',
    colorSuccess: '#1b7a3a',
    colorError: '#c4232b',
    colorErrorBg: '#fff2f0',
    colorErrorBorder: '#ffccc7',
    colorLink: '#0f766e',
    colorTextTertiary: '#5a6475',
    colorTextPlaceholder: '#5f6b7a',
    colorTextDescription: '#5a6475',
    borderRadius: 8,
    fontSize: 15,
    fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
    wireframe: false,
    // Nothing slides or fades for whoever has asked the system for that.
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
  components: {
    Layout: { headerBg: '#ffffff', bodyBg: '#f4f6f7', headerPadding: '0 16px', headerHeight: 56 },
  },
}
